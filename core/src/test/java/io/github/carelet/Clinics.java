package io.github.carelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small catalogues for the tests of the façade. */
final class Clinics {

    private Clinics() {}

    static Path written(Path folder, String name) {
        return write(folder.resolve("clinic.json"), named(name));
    }

    /** Replaces the file whole: a watcher that sees it while it is written would report a broken one first. */
    static Path write(Path file, String json) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), json);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + file, e);
        }
    }

    /** Returns the same clinic with words that patients agree to. */
    static String agreeing(String json, String version, String words) {
        return json.replace(
                "\"id\": \"maple\"",
                "\"id\": \"maple\", \"consent\": {\"version\": \"" + version + "\", \"text\": \"" + words + "\"}");
    }

    static String named(String name) {
        return """
                {"carelet": 1,
                 "clinic": {"id": "maple", "name": "%s", "phone": "+16265550100", "timeZone": "America/Los_Angeles", "languages": ["en"]},
                 "locations": [{"id": "main", "name": "Main", "address": {"street": "1 Main Street", "city": "Arcadia", "region": "CA",
                   "postalCode": "91006", "country": "US"}}],
                 "appointmentTypes": [{"id": "visit", "name": "Visit", "duration": "PT30M"}]}
                """.formatted(name);
    }
}
