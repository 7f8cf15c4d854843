package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.Location;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.source.ClassPathSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {

    private static final Catalog CATALOG = read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | first-visit pt-evaluation injection surgery-talk",
                "condition=sciatica | first-visit pt-evaluation injection surgery-talk",
                "condition=knee-pain | first-visit surgery-talk",
                "treatment=physical-therapy | pt-evaluation",
                "treatment=nerve-block | injection",
                "location=glendale | first-visit pt-evaluation surgery-talk",
                "treatment=nerve-block&location=glendale | injection",
            })
    void listsWhatFitsWithTheTypeForTheUnsureFirst(String query, String types) {
        assertThat(offer(query).types().stream().map(AppointmentType::id).collect(Collectors.joining(" ")))
                .isEqualTo(types);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment=physical-therapy | type=pt-evaluation treatment=physical-therapy",
                "treatment=nerve-block | type=injection treatment=nerve-block location=arcadia",
                "type=injection | type=injection location=arcadia",
                "type=injection&location=glendale | type=injection location=arcadia",
                "type=pt-evaluation&treatment=nerve-block | type=pt-evaluation",
                "type=first-visit&treatment=nerve-block&location=glendale"
                        + " | type=first-visit treatment=nerve-block location=arcadia",
                "type=pt-evaluation&location=glendale&condition=knee-pain"
                        + " | type=pt-evaluation condition=knee-pain location=glendale",
                "'' | ''",
            })
    void makesTheChoiceThatIsNotOpenAnyMoreAndLetsGoWhatDoesNotFit(String query, String settled) {
        assertThat(text(offer(query).settled())).isEqualTo(settled);
    }

    @Test
    void locationsAreThoseOfTheTypeAndOfTheTreatmentIfAny() {
        assertThat(offer("type=first-visit").locations().stream().map(Location::id))
                .containsExactly("arcadia", "glendale");
        assertThat(offer("type=first-visit&treatment=nerve-block").locations().stream()
                        .map(Location::id))
                .containsExactly("arcadia");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type=x", "treatment=x", "condition=x", "location=x", "type=PT-EVALUATION", "type=%22%3E"})
    void anUnknownIdIsNoChoice(String query) {
        assertThat(Choice.strict(CATALOG, Query.parse(query)::first)).isEmpty();
        assertThat(text(Choice.known(CATALOG, Query.parse(query)::first))).isEmpty();
    }

    private static Offer offer(String query) {
        return new Offer(
                CATALOG, Choice.strict(CATALOG, Query.parse(query)::first).orElseThrow());
    }

    private static String text(Choice choice) {
        return List.of(
                        choice.type().map(type -> "type=" + type.id()),
                        choice.treatment().map(treatment -> "treatment=" + treatment.id()),
                        choice.condition().map(condition -> "condition=" + condition.id()),
                        choice.location().map(location -> "location=" + location.id()))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Catalog read() {
        List<String> files = List.of("io/github/carelet/servlet/form/clinic.json");
        return ClassPathSource.of(OfferTest.class.getClassLoader(), files, CatalogReader.withSamples())
                .read()
                .catalog()
                .orElseThrow();
    }
}
