package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.PatientFile;
import io.github.carelet.PatientRights;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.Map;

/**
 * {@code bookings/{reference}/file} and {@code …/forget}: what patients may ask of the clinic. Both come by POST, so that no
 * link and no other site takes patients out or away.
 */
final class RightsHandler {

    private final Carelet carelet;
    private final Pages pages;

    RightsHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Returns where both are for a booking. */
    static RightsForm form(Visit visit, String reference) {
        String booking = visit.booking(reference);
        return new RightsForm(booking + "/file", booking + "/forget#top");
    }

    /** Gives all that is kept about the patient of a booking. */
    Reply file(Visit visit) throws IOException {
        Posted posted = posted(visit);
        if (posted.problem().isPresent()) {
            return pages.notice(visit, posted.status(), "form");
        }
        return rights().file(visit.name("reference"), visit.user().name())
                .map(PatientFile::toJson)
                .map(json -> new Reply(
                        200,
                        Map.of(
                                "Content-Type", "application/json",
                                "Content-Disposition", "attachment; filename=\"patient.json\""),
                        json))
                .orElseGet(() -> pages.notice(visit, 404, "unknown"));
    }

    /** Forgets the patient of a booking. */
    Reply forget(Visit visit) throws IOException {
        Posted posted = posted(visit);
        if (posted.problem().isPresent() || posted.submission().first("sure").isEmpty()) {
            return pages.notice(visit, posted.problem().isPresent() ? posted.status() : 422, "form");
        }
        String reference = visit.name("reference");
        return switch (rights().erase(reference, visit.user().name())) {
            case DONE ->
                Reply.of(303)
                        .with("Location", visit.href("bookings/" + reference, Map.of("done", "forgotten")) + "#top");
            case OPEN -> pages.notice(visit, 409, "open");
            case UNKNOWN -> pages.notice(visit, 404, "unknown");
        };
    }

    private Posted posted(Visit visit) throws IOException {
        return Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
    }

    private PatientRights rights() {
        return carelet.patientRights().orElseThrow();
    }
}
