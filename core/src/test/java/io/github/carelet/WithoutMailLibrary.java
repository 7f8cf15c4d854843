package io.github.carelet;

import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host that wants mails to be sent and has not added what sends them. Runs in a class loader that has none either. */
public final class WithoutMailLibrary {

    private WithoutMailLibrary() {}

    /** Builds, and returns what is wrong; empty if nothing is. */
    public static String run(Path folder, boolean mail) throws IOException {
        CareletBuilder builder = Carelet.builder(FileSource.of(folder.resolve("clinic.json"), CatalogReader.strict()))
                .storage(Files.createTempDirectory(folder, "data"))
                .keys(KeyRing.ephemeral());
        try (Carelet carelet = (mail ? builder.mail(SmtpServer.of("smtp.example.org")) : builder).build()) {
            return carelet.health().ok() ? "" : "not well";
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
