package io.github.carelet.source;

import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReading;
import java.util.List;

/** Where a catalogue comes from. An extension point; implementations are safe for use by several threads. */
public interface CatalogSource {

    /** Reads the catalogue as it is now. Whatever is wrong is in what it returns; it does not throw for bad input. */
    CatalogReading read();

    /** Reads files that an earlier reading gave, by the rules of this source. */
    CatalogReading read(List<CatalogFile> files);

    /**
     * Returns a mark that differs when the catalogue may have changed, cheaply enough to ask every second. Two equal
     * marks mean that reading again would give the same.
     */
    String mark();
}
