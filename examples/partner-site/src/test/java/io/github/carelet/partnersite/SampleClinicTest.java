package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Aspect;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Section;
import io.github.carelet.catalog.Treatment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleClinicTest {

    private static final List<String> PROMISES =
            List.of("cure", "guarantee", "pain-free", "permanent", "painless", "miracle", "100%", "garantiza", "!");

    private final Catalog catalog = SampleClinic.source().read().catalog().orElseThrow();

    @Test
    void isReadWithoutAnyProblemButReviewsThatHaveBecomeOverdue() {
        assertThat(SampleClinic.source().read().problems())
                .filteredOn(problem -> !problem.pointer().contains("/review"))
                .isEmpty();
    }

    @Test
    void saysThatItIsSampleData() {
        assertThat(catalog.clinic().sample()).isTrue();
    }

    @Test
    void hasThePlacesTheClinicNames() {
        assertThat(catalog.locations()).extracting(Location::id).containsExactly("arcadia", "glendale", "palmdale");
        assertThat(catalog.location("arcadia").orElseThrow().address().oneLine())
                .isEqualTo("51 N. 5th Ave, Suite B, Arcadia, CA 91006, US");
        assertThat(catalog.location("glendale").orElseThrow().address().oneLine())
                .isEqualTo("317 S Brand Blvd, Suite A-104, Glendale, CA 91204, US");
        assertThat(catalog.location("palmdale").orElseThrow().address().oneLine())
                .isEqualTo("41210 11th Street West, Suite K, Palmdale, CA 93551, US");
    }

    @Test
    void hasTheTreatmentsTheClinicNames() {
        assertThat(catalog.treatments())
                .extracting(Treatment::id)
                .containsExactly(
                        "physical-therapy", "nerve-block", "epidural-steroid-injection", "spinal-cord-stimulation");
    }

    @Test
    void saysNoBenefitWithoutItsRisk() {
        List<Section> benefits = items().flatMap(item -> item.sections().stream())
                .filter(section -> section.aspect() == Aspect.BENEFITS)
                .toList();

        assertThat(benefits)
                .hasSize(6)
                .allSatisfy(section -> assertThat(section.requires()).isNotEmpty());
    }

    @Test
    void saysOfEveryConditionWhenNotToWait() {
        assertThat(catalog.conditions())
                .hasSize(6)
                .extracting(Condition::redFlags)
                .noneMatch(List::isEmpty);
    }

    @Test
    void promisesNothing() {
        assertThat(texts())
                .hasSizeGreaterThan(80)
                .allSatisfy(text -> assertThat(PROMISES).noneMatch(text.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void coversEveryWayToBookThatARequestKnows() {
        assertThat(catalog.appointmentTypes())
                .extracting(AppointmentType::mode)
                .contains(AppointmentType.Mode.REQUEST, AppointmentType.Mode.PHONE);
        assertThat(catalog.appointmentTypes())
                .filteredOn(AppointmentType::isDefault)
                .hasSize(1);
    }

    private Stream<Item> items() {
        return Stream.of(catalog.conditions(), catalog.treatments(), catalog.articles())
                .flatMap(List::stream);
    }

    private List<String> texts() {
        return items().flatMap(item -> Stream.concat(
                        Stream.of(item.name(), item.summary()).flatMap(text -> text.values().values().stream()),
                        item.sections().stream()
                                .flatMap(section -> section.body().values().values().stream())
                                .map(Object::toString)))
                .toList();
    }
}
