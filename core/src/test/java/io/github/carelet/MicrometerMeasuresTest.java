package io.github.carelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.Outbox.Backlog;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicrometerMeasuresTest {

    private static final Instant NOW = WithoutMicrometer.NOW;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    @Test
    void aBookingIsCountedWithItsPartnerAndConfirmedOnce() {
        try (Carelet carelet = counted(NOW).build()) {
            ClinicDesk clinic = carelet.clinicDesk().orElseThrow();
            Instant start = NOW.plus(Duration.ofDays(3));
            String reference = WithoutMicrometer.book(carelet, Optional.of("demo"), "626-555-0123");
            WithoutMicrometer.book(carelet, Optional.empty(), "626-555-0124");
            WithoutMicrometer.book(carelet, Optional.of("gone"), "626-555-0125");
            clinic.confirm(new ClinicAction(reference, 1, "ann", Optional.empty()), start);
            clinic.reschedule(new ClinicAction(reference, 2, "ann", Optional.empty()), start.plusSeconds(3_600));

            assertThat(funnel())
                    .containsOnly(
                            Map.entry("sent demo", 1.0),
                            Map.entry("sent none", 1.0),
                            Map.entry("sent other", 1.0),
                            Map.entry("confirmed demo", 1.0));
            assertThat(registry.get("carelet.bookings.commit").timer().count()).isEqualTo(3);
        }
    }

    @Test
    void whatSomebodyMakesUpIsNoTag() {
        Funnel funnel = new Funnel(MicrometerMeasures.of(registry), () -> List.of(new Partner("demo", List.of())));
        for (int i = 0; i < 1_000; i++) {
            funnel.count(Funnel.Step.FORM, Optional.of("made-up-" + i));
        }
        funnel.count(Funnel.Step.FORM, Optional.of("demo"));

        assertThat(funnel()).containsOnly(Map.entry("form other", 1_000.0), Map.entry("form demo", 1.0));
    }

    @Test
    void howThingsStandCanBeAskedForUntilItIsClosed() {
        try (Carelet carelet = counted(NOW).onBooking(event -> {}).build()) {
            assertThat(value("carelet.outbox.due")).isZero();
            assertThat(value("carelet.outbox.oldest")).isZero();
            assertThat(value("carelet.outbox.dead")).isZero();
            assertThat(value("carelet.catalog.newest")).isEqualTo(1);
            assertThat(value("carelet.catalog.age")).isZero();

            Clinics.write(folder.resolve("clinic.json"), "{");
            carelet.reload();
            assertThat(value("carelet.catalog.newest")).isZero();
            assertThat(value("carelet.catalog.problems")).isPositive();
        }
        assertThat(registry.getMeters()).extracting(Meter::getId).noneMatch(id -> id.getType() == Meter.Type.GAUGE);
    }

    @Test
    void aGaugeThatIsNotKnownIsNoNumber() {
        Clinics.written(folder, "Maple");
        try (Carelet carelet = contentOnly(MicrometerMeasures.of(registry, Map.of("clinic", "maple")))) {
            assertThat(carelet.publication().problems()).isEmpty();
            assertThat(value("carelet.outbox.due")).isNaN();
            assertThat(registry.getMeters())
                    .isNotEmpty()
                    .allMatch(each -> "maple".equals(each.getId().getTag("clinic")));
        }
    }

    @Test
    void theOldestMessageHasBeenDueSinceItFellDue() {
        Clinics.written(folder, "Maple");
        try (Carelet carelet = contentOnly(Measures.NONE)) {
            Standing standing = new Standing(
                    NOW.plusSeconds(90),
                    carelet.publication(),
                    Optional.of(new Backlog(2, 1, Optional.of(NOW.plusSeconds(15)))));

            assertThat(standing.oldestDue()).contains(Duration.ofSeconds(75));
            assertThat(standing.catalogAge()).isEqualTo(Duration.ofSeconds(90));
        }
    }

    @Test
    void aRequestThatCameBeforeIsCountedWithoutMakingAnything() {
        Measures measures = MicrometerMeasures.of(registry);
        long made = allocatedBy(() -> measures.answered("/fragments/*", 200));
        long control = allocatedBy(() -> measures.refused("invalid"));
        System.out.println("bytes made to count 10,000 requests: " + made + "; control, refusals: " + control);

        // Adders grow where threads meet, once.
        assertThat(made).isLessThan(10_000);
        assertThat(control).isGreaterThan(100_000);
        assertThat(registry.get("carelet.requests")
                        .tags("route", "/fragments/*", "status", "2xx")
                        .counter()
                        .count())
                .isEqualTo(20_000);
    }

    @Test
    void whoeverDoesNotHaveTheLibraryNeedsNoneOfIt() throws Exception {
        Clinics.written(folder, "Maple");
        try (URLClassLoader without = ClassPath.without("micrometer")) {
            Class<?> there = without.loadClass(WithoutMicrometer.class.getName());
            assertThat(there.getMethod("run", Path.class).invoke(null, folder)).isEqualTo(1);
            assertThatThrownBy(() -> without.loadClass(MicrometerMeasures.class.getName())
                            .getMethods())
                    .as("the control: here it is really absent")
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static long allocatedBy(Runnable counting) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 10_000; i++) {
            counting.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            counting.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private CareletBuilder counted(Instant now) {
        Clinics.written(folder, "Maple");
        return Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .clock(() -> now)
                .partner(new Partner("demo", List.of()))
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .measures(MicrometerMeasures.of(registry));
    }

    private Carelet contentOnly(Measures measures) {
        return Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .contentOnly()
                .clock(() -> NOW)
                .measures(measures)
                .build();
    }

    private double value(String gauge) {
        return registry.get(gauge).gauge().value();
    }

    private Map<String, Double> funnel() {
        return registry.find("carelet.funnel").counters().stream()
                .collect(Collectors.toMap(
                        each -> each.getId().getTag("step") + " " + each.getId().getTag("partner"), Counter::count));
    }
}
