package io.github.carelet.importing;

/** Gets the source of a name: a file, a page of the web. An extension point. */
@FunctionalInterface
public interface SourceReader {

    /** Returns the source, or {@link ImportSource#missing} with the reason; it does not throw for what can't be had. */
    ImportSource read(String name);
}
