package io.github.carelet.servlet.doctor;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.staff.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One look at a host. Used by one thread. */
final class Examination {

    private static final Duration MOST_APART = Duration.ofMinutes(2);
    private final Carelet carelet;
    private final Exchange exchange;
    private final List<Complaint> complaints = new ArrayList<>();

    Examination(Carelet carelet, Exchange exchange) {
        this.carelet = carelet;
        this.exchange = exchange;
    }

    /** Returns what is in the way, the most important first. */
    List<Complaint> complaints(SignIn signIn, Assets assets) {
        lookAtOwnSettings(signIn);
        own().ifPresent(address -> {
            try (SelfCall call = new SelfCall(address)) {
                lookFromOutside(call, assets);
            } catch (IOException | IllegalArgumentException e) {
                complain(Fault.UNREACHABLE, address + ": " + e.getClass().getSimpleName());
            }
        });
        return complaints.stream()
                .sorted((one, other) -> one.fault().compareTo(other.fault()))
                .toList();
    }

    /** Never guessed from what a browser says: either the host has said it, or it is where the connection was taken. */
    private Optional<URI> own() {
        return carelet.publicUrl().or(() -> Optional.of(URI.create("http://" + exchange.takenAt() + exchange.base())));
    }

    private void lookAtOwnSettings(SignIn signIn) {
        if (carelet.publicUrl().isEmpty()) {
            complain(Fault.PUBLIC_URL, "publicUrl");
        }
        if (carelet.limits().isPresent()) {
            exchange.strangeProxy().ifPresent(proxy -> complain(Fault.PROXY, "X-Forwarded-For: " + proxy));
        }
        if (exchange.isSignedIn() && signIn.users().apply(exchange).isEmpty()) {
            complain(Fault.ROLE, "isUserInRole(\"carelet-staff\"): false");
        }
        carelet.storedAt().filter(Examination::isTemporary).ifPresent(place -> complain(Fault.TEMPORARY, place));
        if (carelet.bookingDesk().isPresent() && !carelet.tellsOfBookings()) {
            complain(Fault.NOBODY_TOLD, "webhooks: 0, smtp: 0");
        }
    }

    private static boolean isTemporary(String place) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        return place.startsWith("/")
                && (Path.of(place).startsWith(temporary)
                        || Path.of(place).startsWith("/tmp")
                        || Path.of(place).startsWith("/var/tmp"));
    }

    private void lookFromOutside(SelfCall call, Assets assets) throws IOException {
        Answer content = call.get("/fragments/clinic");
        if (!arrived("GET /fragments/clinic", content)) {
            return;
        }
        content.first("Cache-Control")
                .filter(value -> !value.startsWith("public"))
                .ifPresent(value -> complain(Fault.CACHING, "GET /fragments/clinic: Cache-Control: " + value));
        // What a cache in front has kept is of another time.
        content.first("Date").filter(date -> content.first("Age").isEmpty()).ifPresent(this::compareClocks);
        Answer asset = call.get(assets.stylesheet("").href());
        if (!asset.all("Cross-Origin-Resource-Policy").equals(List.of("cross-origin"))) {
            complain(Fault.RESOURCES, "Cross-Origin-Resource-Policy: " + asset.all("Cross-Origin-Resource-Policy"));
        }
        if (carelet.bookingDesk().isPresent()) {
            lookAtForm(call.get("/book"));
            new Rehearsal(call)
                    .complaints(carelet.bookingDesk().get())
                    .forEach(each -> complain(each.fault(), each.seen()));
        }
    }

    private boolean arrived(String what, Answer answer) {
        if (answer.isOurs()) {
            return true;
        }
        complain(answer.isRefusal() ? Fault.SIGN_IN : Fault.ELSEWHERE, what + ": " + answer.status());
        return false;
    }

    private void lookAtForm(Answer form) {
        if (!arrived("GET /book", form)) {
            return;
        }
        FormHeadersCheck.complaints("GET /book", form).forEach(each -> complain(each.fault(), each.seen()));
    }

    private void compareClocks(String date) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            Instant here = carelet.clock().instant();
            if (Duration.between(here, there).abs().compareTo(MOST_APART) > 0) {
                complain(Fault.CLOCK, "Date: " + there + ", clock: " + here);
            }
        } catch (DateTimeException e) {
            complain(Fault.CLOCK, "Date: " + date);
        }
    }

    private void complain(Fault fault, String seen) {
        if (complaints.stream().noneMatch(each -> each.fault() == fault)) {
            complaints.add(new Complaint(fault, seen));
        }
    }
}
