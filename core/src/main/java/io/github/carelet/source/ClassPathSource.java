package io.github.carelet.source;

import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A catalogue in resources of the application, which never change. Safe for use by several threads. */
public final class ClassPathSource implements CatalogSource {

    private final ClassLoader classes;
    private final List<String> names;
    private final CatalogReader reader;

    private ClassPathSource(ClassLoader classes, List<String> names, CatalogReader reader) {
        this.classes = classes;
        this.names = List.copyOf(names);
        this.reader = reader;
    }

    /**
     * Returns the catalogue in the resources of these names, merged in the given order.
     *
     * @param classes the loader that finds them
     * @param names the names, such as {@code clinic/clinic.json}
     */
    public static ClassPathSource of(ClassLoader classes, List<String> names, CatalogReader reader) {
        return new ClassPathSource(classes, names, reader);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is no resource of a name: the application is packed wrongly
     */
    @Override
    public CatalogReading read() {
        List<CatalogFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(file(name));
        }
        return reader.read(files);
    }

    @Override
    public CatalogReading read(List<CatalogFile> files) {
        return reader.read(files);
    }

    @Override
    public String mark() {
        return String.join("\n", names);
    }

    private CatalogFile file(String name) {
        try (InputStream resource = classes.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("no resource '" + name + "' on the class path");
            }
            return new CatalogFile(name, resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("resource '" + name + "' can't be read", e);
        }
    }
}
