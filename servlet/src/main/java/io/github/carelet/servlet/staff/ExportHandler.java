package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.schedule.Preference;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code export}: the bookings of a list as a file for a spreadsheet. It says who and when, and neither for which visit or
 * treatment nor why: files go where nobody can follow them. Whoever takes it out is in the audit trail before they get it.
 */
final class ExportHandler {

    private static final int MOST = 5_000;
    private static final List<String> COLUMNS = List.of(
            "reference",
            "status",
            "requested",
            "location",
            "start",
            "preferred",
            "givenName",
            "familyName",
            "phone",
            "email",
            "language",
            "partner",
            "source",
            "smsConsent",
            "marketingConsent");

    private final Carelet carelet;
    private final Pages pages;

    ExportHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** Gives the file. It comes by POST, so that no link and no other site takes patients out. */
    Reply export(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        if (posted.problem().isPresent()) {
            return pages.notice(visit, posted.status(), "form");
        }
        ListRequest request = ListRequest.of(new Query(posted.submission().fields()), carelet);
        Optional<List<Booking>> bookings = pages.inbox(visit).export(request.filter(), MOST, "csv");
        return bookings.map(ExportHandler::file).orElseGet(() -> pages.notice(visit, 422, "many"));
    }

    private static Reply file(List<Booking> bookings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        bookings.forEach(booking -> rows.add(row(booking)));
        return new Reply(
                200,
                Map.of(
                        "Content-Type", "text/csv;charset=utf-8",
                        "Content-Disposition", "attachment; filename=\"bookings.csv\""),
                Csv.of(rows));
    }

    private static List<String> row(Booking booking) {
        return List.of(
                booking.reference(),
                booking.status().code(),
                booking.createdAt().toString(),
                booking.location(),
                booking.start().map(Object::toString).orElse(""),
                booking.preferred().stream().map(Preference::toString).collect(Collectors.joining(" ")),
                booking.patient().givenName(),
                booking.patient().familyName(),
                booking.patient().phone().orElse(""),
                booking.patient().email().orElse(""),
                booking.language(),
                booking.partner().orElse(""),
                booking.source().code(),
                agreed(booking, ConsentKind.SMS),
                agreed(booking, ConsentKind.MARKETING));
    }

    /** Whoever never agreed gets an empty cell. */
    private static String agreed(Booking booking, ConsentKind kind) {
        return booking.consent()
                .of(kind)
                .map(agreement -> agreement.holds() ? "yes" : "revoked")
                .orElse("");
    }
}
