package io.github.carelet.examples.hosts;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of one deployment: Carelet and all that it brings along, apart from those of the container and of the next deployment. */
final class ApplicationLoader extends URLClassLoader {

    private static final List<String> OWN = List.of(
            "io.github.carelet.",
            "com.fasterxml.",
            "org.apache.hc.",
            "org.jsoup.",
            "org.sqlite.",
            "com.google.",
            "com.sanctionco.",
            "gg.jte.",
            "io.github.bucket4j.",
            "com.github.benmanes.");

    ApplicationLoader() {
        super(classPath(), ApplicationLoader.class.getClassLoader());
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(ApplicationLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(entry, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
