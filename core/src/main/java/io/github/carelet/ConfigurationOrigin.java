package io.github.carelet;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a configuration comes from.
 *
 * @param name the file, or what the host calls its settings; problems begin with it
 * @param folder where relative paths begin
 * @param classes what finds {@code classpath:} resources; empty where there are none
 * @param isFile whether it is a JSON file: its types are as they were written, while the settings of a host are often all
 *     texts
 */
record ConfigurationOrigin(String name, Path folder, Optional<ClassLoader> classes, boolean isFile) {

    static ConfigurationOrigin file(Path file) {
        Path absolute = file.toAbsolutePath();
        return new ConfigurationOrigin(
                absolute.toString(), absolute.resolveSibling("").toAbsolutePath(), Optional.empty(), true);
    }

    static ConfigurationOrigin settings(String name, Path folder, ClassLoader classes) {
        return new ConfigurationOrigin(name, folder.toAbsolutePath(), Optional.of(classes), false);
    }

    /** Returns a place in it, by the way its writer would say it, from a JSON pointer. */
    String at(String place) {
        return isFile ? name + " " + place : name + place.replace('/', '.');
    }
}
