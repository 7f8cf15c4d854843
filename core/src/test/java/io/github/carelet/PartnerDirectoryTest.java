package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.PartnerOutcome.Configured;
import io.github.carelet.PartnerOutcome.Done;
import io.github.carelet.PartnerOutcome.Invalid;
import io.github.carelet.PartnerOutcome.Unavailable;
import io.github.carelet.PartnerOutcome.Unknown;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partners that come and go while everything runs. */
class PartnerDirectoryTest {

    private static final String SITE = "https://one.example";

    @TempDir
    Path folder;

    private final KeyRing keys = KeyRing.ephemeral();

    private Carelet open() {
        return open(Clinics.named("Maple"));
    }

    private Carelet open(String catalog) {
        Path file = Clinics.write(folder.resolve("clinic.json"), catalog);
        return Carelet.builder(FileSource.of(file, CatalogReader.strict()))
                .storage(folder.resolve("data"))
                .keys(keys)
                .clock(() -> Instant.parse("2026-11-23T18:00:00Z"))
                .partner(new Partner("fixed", List.of("https://fixed.example")))
                .build();
    }

    @Test
    void whoWasEnteredIsAPartnerAtOnceAndAfterARestartUntilItIsRemoved() {
        try (Carelet carelet = open()) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.save(PartnerEntry.of("gym", List.of(SITE, SITE)), "Kim"))
                    .isInstanceOf(Done.class);
            assertThat(carelet.partner("gym").orElseThrow().origins()).containsExactly(SITE);
            assertThat(detail(carelet)).isEqualTo("saved gym https://one.example");
        }
        try (Carelet carelet = open()) {
            assertThat(carelet.partners()).extracting(Partner::id).containsExactly("fixed", "gym");
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.save(PartnerEntry.of("gym", List.of()), "Kim")).isInstanceOf(Done.class);
            assertThat(carelet.partner("gym").orElseThrow().origins()).isEmpty();
            assertThat(partners.remove("gym", "Kim")).isInstanceOf(Done.class);
            assertThat(carelet.partner("gym")).isEmpty();
            assertThat(detail(carelet)).isEqualTo("removed gym");
            assertThat(partners.remove("gym", "Kim")).isInstanceOf(Unknown.class);
        }
    }

    @Test
    void whatTheConfigurationSaysOnlyItCanChange() {
        try (Carelet carelet = open()) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.isConfigured("fixed")).isTrue();
            assertThat(partners.save(PartnerEntry.of("fixed", List.of(SITE)), "Kim"))
                    .isInstanceOf(Configured.class);
            assertThat(partners.remove("fixed", "Kim")).isInstanceOf(Configured.class);
            assertThat(carelet.partner("fixed").orElseThrow().origins()).containsExactly("https://fixed.example");
        }
    }

    @Test
    void whatIsNoIdOrNoOriginOrOneTooManyIsRefused() {
        try (Carelet carelet = open()) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.save(PartnerEntry.of("A b", List.of()), "Kim")).isEqualTo(new Invalid("id", "A b"));
            for (String wrong :
                    List.of("https://a.example/", "*", "a.example", "https://" + "a".repeat(200) + ".example")) {
                assertThat(partners.save(PartnerEntry.of("gym", List.of(SITE, wrong)), "Kim"))
                        .isEqualTo(new Invalid("origins", wrong));
            }
            List<String> many = IntStream.rangeClosed(0, PartnerDirectory.MOST_ORIGINS)
                    .mapToObj(i -> "https://a" + i + ".example")
                    .toList();
            assertThat(partners.save(PartnerEntry.of("gym", many), "Kim"))
                    .isEqualTo(new Invalid("origins", many.get(50)));
            assertThat(carelet.partner("gym")).isEmpty();
            assertThat(partners.save(PartnerEntry.of("gym", many.subList(0, 50)), "Kim"))
                    .isInstanceOf(Done.class);
            assertThat(detail(carelet)).isEqualTo("saved gym 50 origins");
            assertThat(partners.save(PartnerEntry.of("gym", List.of("https://[2001:db8::1]:8443")), "Kim"))
                    .isInstanceOf(Done.class);
            assertThat(detail(carelet)).isEqualTo("saved gym 1 origins");
        }
    }

    @Test
    void whileTheStoreIsAwayNothingChangesAndWhatWasFoundLastHolds() {
        Carelet carelet = open();
        PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
        partners.save(PartnerEntry.of("gym", List.of(SITE)), "Kim");
        carelet.close();
        assertThat(partners.save(PartnerEntry.of("spa", List.of()), "Kim")).isInstanceOf(Unavailable.class);
        assertThat(partners.remove("gym", "Kim")).isInstanceOf(Unavailable.class);
        assertThat(carelet.partners()).extracting(Partner::id).containsExactly("fixed", "gym");
    }

    @Test
    void whoIsLimitedIsSoAtOnceAndAfterARestartAlsoToWhatIsGoneSince() {
        CatalogScope part = new CatalogScope(List.of("main"), List.of(), List.of("en"));
        CatalogScope wrong = new CatalogScope(List.of("elsewhere"), List.of(), List.of());
        try (Carelet carelet = open()) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.save(limited(part), "Kim")).isInstanceOf(Done.class);
            assertThat(carelet.partner("gym").orElseThrow().scope()).isEqualTo(part);
            assertThat(detail(carelet)).isEqualTo("saved gym limited");
            assertThat(partners.save(limited(wrong), "Kim")).isEqualTo(new Invalid("scope", "location 'elsewhere'"));
        }
        try (Carelet carelet = open(Clinics.named("Maple").replace("\"main\"", "\"moved\""))) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(carelet.partner("gym").orElseThrow().scope()).isEqualTo(part);
            assertThat(partners.save(limited(part), "Kim")).isInstanceOf(Done.class);
            assertThat(partners.save(limited(wrong), "Kim")).isInstanceOf(Invalid.class);
            assertThat(partners.save(limited(CatalogScope.ALL), "Kim")).isInstanceOf(Done.class);
            assertThat(partners.save(limited(part), "Kim")).isEqualTo(new Invalid("scope", "location 'main'"));
        }
    }

    private static PartnerEntry limited(CatalogScope part) {
        return new PartnerEntry("gym", List.of(), part, JsonLdRole.NONE, false, "");
    }

    private static String detail(Carelet carelet) {
        return carelet.audit()
                .orElseThrow()
                .latest(Long.MAX_VALUE, 1)
                .get(0)
                .event()
                .detail();
    }

    @Test
    void aLookHoldsAtOnceAndAfterARestartAndOneThatCannotBeReadIsRefused() {
        String css = "--carelet-accent: #7a1f5c;\n--carelet-radius: 0px;";
        PartnerEntry entry = new PartnerEntry(
                "gym", List.of(), CatalogScope.ALL, JsonLdRole.NONE, false, ".carelet {\n" + css + "\n}\n");
        try (Carelet carelet = open()) {
            PartnerDirectory partners = carelet.partnerDirectory().orElseThrow();
            assertThat(partners.save(entry, "Kim")).isInstanceOf(Done.class);
            assertThat(carelet.partner("gym").orElseThrow().look().css()).isEqualTo(css);
            assertThat(detail(carelet)).isEqualTo("saved gym look");
            for (String wrong : List.of("accent: red", "accent: #fefefe", "nothing: 1px", "accent")) {
                assertThat(partners.save(
                                new PartnerEntry("gym", List.of(), CatalogScope.ALL, JsonLdRole.NONE, false, wrong),
                                "Kim"))
                        .isEqualTo(new Invalid("look", wrong));
            }
        }
        try (Carelet carelet = open()) {
            assertThat(carelet.partner("gym").orElseThrow().look()).isEqualTo(Look.parse(css));
        }
    }
}
