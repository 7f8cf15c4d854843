package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.ClassPathSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The clinic of the demo, and the fragment that is measured. */
final class Sample {

    static final String MOUNT = "/carelet";
    static final String FRAGMENT = "treatments/physical-therapy";

    static final List<String> FILES = List.of(
            "10-clinic", "20-locations", "30-conditions", "40-treatments", "50-articles", "60-appointment-types");

    private Sample() {}

    /** Returns the clinic, content only; its bookings are taken elsewhere. */
    static Carelet carelet() {
        return builder()
                .contentOnly()
                .bookingAt(URI.create("https://clinic.example/carelet"))
                .build();
    }

    /** Returns the clinic as it takes bookings itself. */
    static Carelet taking(Path folder) {
        return builder()
                .storage(folder)
                .keys(KeyRing.ephemeral())
                .withoutLimits()
                .build();
    }

    /** Returns the same, with bookings in a database of the host's. */
    static Carelet taking(DataSource source, KeyRing keys) {
        return builder().storage(source).keys(keys).withoutLimits().build();
    }

    private static CareletBuilder builder() {
        Stream<String> names = FILES.stream().map(name -> "clinic/" + name + ".json");
        return Carelet.builder(
                ClassPathSource.of(Sample.class.getClassLoader(), names.toList(), CatalogReader.withSamples()));
    }
}
