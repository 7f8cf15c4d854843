package io.github.carelet.partnersite;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ClassPathSource;
import java.util.List;

/** The sample clinic that comes with the demonstration. */
final class SampleClinic {

    private static final List<String> FILES = List.of(
            "clinic/10-clinic.json",
            "clinic/20-locations.json",
            "clinic/30-conditions.json",
            "clinic/40-treatments.json",
            "clinic/50-articles.json",
            "clinic/60-appointment-types.json");

    private SampleClinic() {}

    static CatalogSource source() {
        return ClassPathSource.of(SampleClinic.class.getClassLoader(), FILES, CatalogReader.withSamples());
    }
}
