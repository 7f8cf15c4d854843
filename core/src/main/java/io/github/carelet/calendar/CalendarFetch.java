package io.github.carelet.calendar;

import io.github.carelet.egress.Fetched;
import io.github.carelet.egress.Validators;
import io.github.carelet.egress.WebFetcher;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches a calendar from the web or from a file, unless it is what is known already. */
final class CalendarFetch {

    private final WebFetcher web;
    private final int most;

    /**
     * Makes one.
     *
     * @param web for those of the web
     * @param most the most bytes of a file
     */
    CalendarFetch(WebFetcher web, int most) {
        this.web = web;
        this.most = most;
    }

    Fetched fetch(PractitionerCalendar calendar, Validators known) {
        return calendar.isFile() ? file(calendar.place(), known) : web.fetch(calendar.place(), known);
    }

    /** A file that is being replaced may be read half: then its end is missing, and the next look reads it. */
    private Fetched file(URI place, Validators known) {
        Path file = Path.of(place);
        try {
            String version = Files.getLastModifiedTime(file) + " " + Files.size(file);
            Validators now = new Validators(Optional.empty(), Optional.of(version));
            return now.equals(known) ? new Fetched.Unchanged() : body(place, file, now);
        } catch (IOException e) {
            return new Fetched.Failed("file '" + file.getFileName() + "' can't be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private Fetched body(URI place, Path file, Validators version) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most
                    ? new Fetched.Failed("file '" + file.getFileName() + "' has more than " + most + " bytes")
                    : new Fetched.Body(place, Optional.empty(), bytes, version);
        }
    }
}
