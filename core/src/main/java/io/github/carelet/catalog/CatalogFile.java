package io.github.carelet.catalog;

import java.util.Arrays;

/**
 * A file of a catalogue, by name and content.
 *
 * @param name the name that problems are reported under
 * @param content UTF-8 JSON; not to be changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent")
public record CatalogFile(String name, byte[] content) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogFile that && name.equals(that.name) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name;
    }
}
