package io.github.carelet.examples.hosts;

import jakarta.servlet.ServletContainerInitializer;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A servlet container that runs, on a free port of the loopback interface. The class names behind are those of the property {@code host}. */
interface Container extends AutoCloseable {

    /** Starts the one that this JVM has the classes of. */
    static Container start(Path folder) throws Exception {
        // They tell of each step of theirs, and Tomcat of what it may not look into.
        Logger.getLogger("").setLevel(Level.SEVERE);
        return switch (System.getProperty("host", "Tomcat")) {
            case "Tomcat" -> new TomcatContainer(folder);
            case "JettyEe10" -> new JettyEe10Container();
            case "JettyEe11" -> new JettyEe11Container();
            case "Undertow" -> new UndertowContainer();
            default -> throw new IllegalStateException("no such container: " + System.getProperty("host"));
        };
    }

    /** Returns its name and version, as it says them itself. */
    String name();

    /** Returns where it listens, without a slash at the end. */
    URI address();

    /**
     * Starts an application while the container runs.
     *
     * @param path of the context; empty for the root
     * @return what stops it, and lets go of it
     */
    AutoCloseable deploy(String path, ServletContainerInitializer start) throws Exception;

    @Override
    void close();
}
