package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.ContentHealth;
import io.github.carelet.catalog.Localized;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareletTest {

    private static final WebhookEndpoint DESK = new WebhookEndpoint(
            "desk", URI.create("https://desk.example.org/hook"), WebhookSecret.parse("whsec_" + "QUJD".repeat(8)));

    @TempDir
    Path folder;

    @Test
    void contentOnlyNeedsNeitherFilesNorKeysNorThreads() throws Exception {
        Set<Thread> before = threads();
        try (Carelet carelet = builder().contentOnly().build()) {
            assertThat(carelet.bookingDesk()).isEmpty();
            assertThat(carelet.publication().catalog().clinic().name()).isEqualTo(Localized.of("en", "Maple"));
            assertThat(carelet.health().ok()).isTrue();
            assertThat(carelet.health().store()).isEqualTo("none");
            assertThat(newSince(before)).isEmpty();
        }
        assertThat(entries()).containsExactly("clinic.json");
    }

    @Test
    void theHealthOfTheContentIsThatOfTodayAndOfWhatIsServed() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T20:00:00Z"));
        try (Carelet carelet = builder().contentOnly().clock(now::get).build()) {
            ContentHealth first = carelet.contentHealth();
            assertThat(first.day()).isEqualTo("2026-11-23");
            assertThat(carelet.contentHealth()).isSameAs(first);
            now.set(Instant.parse("2026-11-24T08:00:00Z"));
            assertThat(carelet.contentHealth().day()).isEqualTo("2026-11-24");
            ContentHealth second = carelet.contentHealth();
            carelet.reload();
            assertThat(carelet.contentHealth()).isNotSameAs(second).isEqualTo(second);
        }
    }

    @Test
    void closingEndsEveryThreadAndLetsGoOfTheFolder() throws Exception {
        Set<Thread> before = threads();
        for (int round = 0; round < 2; round++) {
            try (Carelet carelet =
                    booking().webhook(DESK).watch(Duration.ofSeconds(1)).build()) {
                assertThat(carelet.bookingDesk()).isPresent();
                assertThat(newSince(before))
                        .as("the control: while open there are threads")
                        .isNotEmpty();
            }
            for (Thread left : newSince(before)) {
                left.join(10_000);
            }
            assertThat(newSince(before)).isEmpty();
        }
    }

    @Test
    void twoInOneVirtualMachineDoNotNoticeEachOther() {
        try (Carelet one = builder()
                        .storage(folder.resolve("one"))
                        .keys(KeyRing.ephemeral())
                        .build();
                Carelet two = builder()
                        .storage(folder.resolve("two"))
                        .keys(KeyRing.ephemeral())
                        .build()) {
            String token = one.bookingDesk()
                    .orElseThrow()
                    .issueToken(java.util.Optional.of("demo"))
                    .value();
            assertThat(one.bookingDesk().orElseThrow().partnerOf(token)).contains("demo");
            assertThat(two.bookingDesk().orElseThrow().partnerOf(token)).isEmpty();
        }
    }

    @Test
    void aBrokenCatalogueIsRefusedWithAllThatIsWrong() {
        Clinics.write(
                folder.resolve("clinic.json"),
                Clinics.named("Maple").replace("+1626", "1626").replace("PT30M", "half"));

        assertThatThrownBy(() -> builder().contentOnly().build())
                .isInstanceOfSatisfying(
                        InvalidCatalogException.class,
                        e -> assertThat(e.problems().stream()
                                        .filter(each -> each.severity()
                                                == io.github.carelet.catalog.CatalogProblem.Severity.ERROR)
                                        .map(each -> each.pointer()))
                                .containsExactlyInAnyOrder("/clinic/phone", "/appointmentTypes/0/duration"));
    }

    @Test
    void theLastGoodCatalogueKeepsServingWhenANewOneIsBroken() {
        try (Carelet carelet = builder().contentOnly().build()) {
            String version = carelet.publication().version();

            Clinics.write(folder.resolve("clinic.json"), "{");
            Publication refused = carelet.reload();
            assertThat(refused.version()).isEqualTo(version);
            assertThat(refused.problems()).isNotEmpty();
            assertThat(carelet.publication().catalog().clinic().name()).isEqualTo(Localized.of("en", "Maple"));

            Clinics.written(folder, "Oak");
            Publication taken = carelet.reload();
            assertThat(taken.version()).isNotEqualTo(version);
            assertThat(taken.problems()).noneMatch(each -> each.expected().contains("JSON"));
            assertThat(carelet.publication().catalog().clinic().name()).isEqualTo(Localized.of("en", "Oak"));
        }
    }

    @Test
    void aWatchedCatalogueIsTakenWhenItChanges() throws Exception {
        LinkedBlockingQueue<Publication> reloads = new LinkedBlockingQueue<>();
        try (Carelet carelet = builder()
                .contentOnly()
                .watch(Duration.ofMillis(20))
                .onReload(reloads::add)
                .build()) {
            Clinics.written(folder, "A much longer name");

            Publication reloaded = reloads.poll(20, TimeUnit.SECONDS);

            assertThat(reloaded).isNotNull();
            assertThat(carelet.publication().catalog().clinic().name())
                    .isEqualTo(Localized.of("en", "A much longer name"));
        }
    }

    @Test
    void healthSaysWhenTheStoreIsGone() {
        Carelet carelet = booking().build();
        assertThat(carelet.health().store()).isEqualTo("ok");
        assertThat(carelet.health().outbox())
                .hasValueSatisfying(backlog -> assertThat(backlog.due()).isZero());
        carelet.close();

        assertThat(carelet.health().ok()).isFalse();
        assertThat(carelet.health().store()).isEqualTo("unavailable");
    }

    @Test
    void everythingThatCantWorkIsSaidAtOnce() {
        CareletBuilder builder = builder()
                .bookingAt(URI.create("mailto:desk@example.org"))
                .publicUrl(URI.create("https://example.org/carelet?x=1"))
                .trustedProxies("10.0.0.0/8", "proxy.example")
                .webhook(DESK)
                .webhook(DESK)
                .partner(new Partner("demo", List.of()))
                .partner(new Partner("demo", List.of()));

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "publicUrl 'https://example.org/carelet?x=1' is no address of a servlet: expected like https://clinic.example/carelet",
                                        "bookingAt 'mailto:desk@example.org' is no address of a servlet: expected like https://clinic.example/carelet",
                                        "bookingAt leads bookings elsewhere: it goes with contentOnly()",
                                        "say either where bookings are kept, with storage(…) and keys(…), or contentOnly()",
                                        "trusted proxy 'proxy.example' is no network: expected like 10.0.0.0/8, 2001:db8::/32 or 192.0.2.7",
                                        "partner 'demo' is there twice",
                                        "webhook 'desk' is there twice"));
    }

    @Test
    void anAddressThatMessagesMayNotGoToIsRefusedBeforeAnythingIsOpened() {
        WebhookEndpoint inside = new WebhookEndpoint("inside", URI.create("http://127.0.0.1:9/s3cret"), DESK.secrets());

        assertThatThrownBy(() -> booking()
                        .webhook(inside)
                        .watch(Duration.ZERO)
                        .linksFor(Duration.ofDays(-1))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .anyMatch(each -> each.startsWith("linksFor PT-24H"))
                                .anyMatch(each -> each.startsWith("webhook 'inside': "))
                                .anyMatch(each -> each.startsWith("watch PT0S is too often"))
                                .noneMatch(each -> each.contains("s3cret")));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void addressesAreAsciiOnTheWire() {
        try (Carelet carelet = builder()
                .contentOnly()
                .publicUrl(URI.create("https://partner.example/klinik-é"))
                .build()) {
            assertThat(carelet.publicUrl()).contains(URI.create("https://partner.example/klinik-%C3%A9"));
        }
    }

    @Test
    void storageWithoutKeysIsRefused() {
        assertThatThrownBy(() -> builder().storage(folder.resolve("data")).build())
                .hasMessage("storage(…) needs keys(…): what identifies a patient is never written in the clear");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void addressesLoseTheirLastSlash() {
        try (Carelet carelet = builder()
                .contentOnly()
                .bookingAt(URI.create("https://clinic.example/carelet/"))
                .publicUrl(URI.create("https://partner.example/carelet/"))
                .build()) {
            assertThat(carelet.bookingAt()).contains(URI.create("https://clinic.example/carelet"));
            assertThat(carelet.publicUrl()).contains(URI.create("https://partner.example/carelet"));
        }
    }

    private CareletBuilder builder() {
        if (!Files.exists(folder.resolve("clinic.json"))) {
            Clinics.written(folder, "Maple");
        }
        return Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()));
    }

    private CareletBuilder booking() {
        return builder().storage(folder.resolve("data")).keys(KeyRing.loadOrCreate(folder.resolve("keys.json")));
    }

    private List<String> entries() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static List<Thread> newSince(Set<Thread> before) {
        return new ArrayList<>(threads().stream()
                .filter(each -> !before.contains(each) && each.getName().startsWith("carelet"))
                .collect(Collectors.toSet()));
    }
}
