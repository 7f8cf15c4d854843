package io.github.carelet.servlet.pickup;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.ClinicOutcome;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.MalformedSubmissionException;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Submission;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.MediaType;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the clinic's answer from one of its systems. The fields are {@code number} to acknowledge; else {@code status},
 * {@code start} to confirm or move, {@code starts} and {@code until} to propose; and {@code note}. With {@code If-Match} it
 * answers only the version that the system has seen.
 *
 * @param carelet has the desk
 */
record Answering(Carelet carelet) {

    private static final int MOST_BYTES = 16 * 1024;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,9})\"?");
    private static final Set<String> ACKNOWLEDGE = Set.of("number", "note");
    private static final Set<String> STATUS = Set.of("status", "start", "starts", "until", "location", "note");

    /** Returns why an answer is not taken; empty if it was. */
    Optional<Reply> answer(Exchange exchange, String what, String system, OpenedBooking booking) throws IOException {
        Optional<Integer> version = version(exchange, booking.booking());
        if (version.isEmpty()) {
            return Optional.of(PickupHandler.problem(412, "outdated"));
        }
        Optional<byte[]> body = exchange.body(MOST_BYTES);
        if (body.isEmpty()) {
            return Optional.of(PickupHandler.problem(413, "too_large"));
        }
        boolean nothing = body.get().length == 0 && what.equals("acknowledge");
        if (!nothing && !isJson(exchange)) {
            return Optional.of(PickupHandler.problem(415, "unsupported_type"));
        }
        try {
            byte[] json = nothing ? "{}".getBytes(StandardCharsets.UTF_8) : body.get();
            return reply(take(what, Submission.ofJson(json), system, booking, version.get()));
        } catch (MalformedSubmissionException e) {
            return Optional.of(PickupHandler.problem(400, "malformed"));
        }
    }

    private static boolean isJson(Exchange exchange) {
        return MediaType.of(exchange.headers("Content-Type"))
                .filter(MediaType::isUtf8)
                .filter(type -> type.name().equals("application/json"))
                .isPresent();
    }

    /** Without {@code If-Match} whatever there is now is answered. */
    private static Optional<Integer> version(Exchange exchange, Booking booking) {
        List<String> tags = exchange.headers("If-Match");
        if (tags.isEmpty() || tags.equals(List.of("*"))) {
            return Optional.of(booking.version());
        }
        return Optional.of(TAG.matcher(tags.get(0)))
                .filter(Matcher::matches)
                .map(tag -> Integer.valueOf(tag.group(1)))
                .filter(seen -> tags.size() == 1 && seen == booking.version());
    }

    private ClinicOutcome take(String what, Submission fields, String system, OpenedBooking booking, int version) {
        boolean acknowledged = what.equals("acknowledge");
        List<FieldError> errors = undeclared(fields, acknowledged ? ACKNOWLEDGE : STATUS);
        if (!errors.isEmpty()) {
            return new ClinicOutcome.Invalid(errors);
        }
        ClinicAction action = new ClinicAction(
                booking.booking().reference(), version, PickupHandler.actor(system), fields.first("note"));
        return acknowledged
                ? acknowledge(action, fields, booking)
                : new StatusAnswer(desk(), action).take(fields, booking);
    }

    private ClinicOutcome acknowledge(ClinicAction action, Submission fields, OpenedBooking booking) {
        Optional<String> number = fields.first("number");
        boolean done = booking.entry().recorded()
                && (number.isEmpty() || booking.recordedAs().equals(number));
        if (done) {
            return new ClinicOutcome.Done(booking.booking());
        }
        return number.map(each -> desk().recorded(action, each)).orElseGet(() -> desk().acknowledge(action));
    }

    private ClinicDesk desk() {
        return carelet.clinicDesk().orElseThrow();
    }

    /** A name that is not known may be anything, so it is not repeated. */
    private static List<FieldError> undeclared(Submission fields, Set<String> known) {
        return fields.fields().keySet().stream().allMatch(known::contains)
                ? List.of()
                : List.of(new FieldError("form", "undeclared", List.of()));
    }

    private static Optional<Reply> reply(ClinicOutcome outcome) {
        if (outcome instanceof ClinicOutcome.Done) {
            return Optional.empty();
        }
        if (outcome instanceof ClinicOutcome.Invalid invalid) {
            return Optional.of(Reply.problem(
                    422, "invalid", PickupHandler.title(422), Map.of("errors", errors(invalid.errors()))));
        }
        if (outcome instanceof ClinicOutcome.Refused refused) {
            int status = refused.refusal() == Refusal.SLOT_TAKEN ? 409 : 422;
            return Optional.of(PickupHandler.problem(status, refused.refusal().code()));
        }
        if (outcome instanceof ClinicOutcome.NotPossible impossible) {
            return Optional.of(Reply.problem(
                    409,
                    "not_possible",
                    PickupHandler.title(409),
                    Map.of("bookingStatus", impossible.status().code())));
        }
        if (outcome instanceof ClinicOutcome.Unknown) {
            return Optional.of(PickupHandler.problem(404, "not_found"));
        }
        return Optional.of(
                outcome instanceof ClinicOutcome.Outdated
                        ? PickupHandler.problem(412, "outdated")
                        : PickupHandler.problem(503, "unavailable").with("Retry-After", "5"));
    }

    private static List<Map<String, String>> errors(List<FieldError> errors) {
        return errors.stream()
                .map(each -> Map.of("field", each.field(), "code", each.code()))
                .toList();
    }

    /** What becomes of a booking, by the name of a state. */
    private record StatusAnswer(ClinicDesk desk, ClinicAction action) {

        ClinicOutcome take(Submission fields, OpenedBooking booking) {
            List<FieldError> errors = new ArrayList<>();
            Optional<Instant> start = instant(fields, "start", errors);
            Optional<Instant> until = instant(fields, "until", errors);
            List<Instant> starts = instants(fields.all("starts"), errors);
            String status = fields.first("status").orElse("");
            if (status.equals("proposed") && until.isEmpty() && errors.isEmpty()) {
                errors.add(new FieldError("until", "required", List.of()));
            }
            if (!errors.isEmpty()) {
                return new ClinicOutcome.Invalid(errors);
            }
            return switch (status) {
                case "confirmed" -> confirm(start, fields.first("location"), booking);
                case "proposed" -> desk.propose(action, starts, until.orElseThrow());
                case "waitlisted" -> desk.waitlist(action);
                case "declined" -> desk.decline(action);
                case "cancelled" -> desk.cancel(action);
                case "arrived" -> desk.arrive(action);
                case "completed" -> desk.complete(action);
                case "no_show" -> desk.noShow(action);
                default ->
                    new ClinicOutcome.Invalid(
                            List.of(new FieldError("status", status.isEmpty() ? "required" : "unknown", List.of())));
            };
        }

        /** What is confirmed already is moved; to where it is already, nothing happens. */
        private ClinicOutcome confirm(Optional<Instant> start, Optional<String> location, OpenedBooking opened) {
            Booking booking = opened.booking();
            if (booking.status() != BookingStatus.CONFIRMED) {
                return start.map(at -> desk.confirm(action, at)).orElseGet(() -> desk.confirm(action));
            }
            boolean there = (start.isEmpty()
                            || booking.start().map(OffsetDateTime::toInstant).equals(start))
                    && (location.isEmpty() || location.get().equals(booking.location()));
            return there
                    ? new ClinicOutcome.Done(booking)
                    : desk.reschedule(
                            action,
                            start.orElseGet(() -> booking.start().orElseThrow().toInstant()),
                            location);
        }

        private static Optional<Instant> instant(Submission fields, String name, List<FieldError> errors) {
            List<Instant> all = new ArrayList<>();
            fields.first(name).ifPresent(text -> add(text, name, all, errors));
            return all.stream().findFirst();
        }

        private static List<Instant> instants(List<String> texts, List<FieldError> errors) {
            List<Instant> all = new ArrayList<>();
            texts.forEach(text -> add(text, "starts", all, errors));
            return all;
        }

        private static void add(String text, String name, List<Instant> all, List<FieldError> errors) {
            try {
                all.add(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                errors.add(new FieldError(name, "invalid", List.of()));
            }
        }
    }
}
