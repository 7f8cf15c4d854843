package io.github.carelet.servlet.staff;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.github.carelet.Carelet;
import io.github.carelet.booking.ClinicOutcome;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.servlet.http.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code phone}: bookings of patients who call. */
final class PhoneHandler {

    private static final Submission NOTHING = new Submission(Map.of());

    private final Carelet carelet;
    private final Pages pages;

    PhoneHandler(Carelet carelet, Pages pages) {
        this.carelet = carelet;
        this.pages = pages;
    }

    /** What came of an attempt: why it was not done, and what is unusual if that is why. */
    private record Failed(int status, Trouble trouble, Optional<String> anyway) {}

    /** Shows the form; the address says which visit where. */
    Reply show(Visit visit) {
        return page(visit, asked(visit), Optional.empty());
    }

    /** Enters a booking. */
    Reply enter(Visit visit) throws IOException {
        Posted posted =
                Posted.read(visit.exchange(), visit.user(), carelet.userTokens().orElseThrow());
        Submission typed = posted.submission();
        Optional<Location> location = typed.first("location").flatMap(catalog()::location);
        if (posted.problem().isPresent() || location.isEmpty()) {
            String key = posted.problem().orElse("malformed");
            int status = posted.problem().isPresent() ? posted.status() : 400;
            return page(visit, typed, Optional.of(failed(visit, status, key)));
        }
        PickedTimes picked = PickedTimes.of(typed, location.get().timeZone());
        if (picked.problem().isPresent() || picked.starts().size() > 1) {
            return page(visit, typed, Optional.of(wrong(visit, List.of(FieldError.of("slot", "one")))));
        }
        Optional<Failed> unusual = picked.starts().stream()
                .flatMap(start -> unusual(visit, typed, location.get(), start).stream())
                .findFirst();
        return unusual.isPresent() ? page(visit, typed, unusual) : enter(visit, typed, picked, location.get());
    }

    private Reply enter(Visit visit, Submission typed, PickedTimes picked, Location location) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed.fields());
        List.of("token", "start", "day", "time", "anyway", "language", "wish", "part")
                .forEach(fields::remove);
        picked.starts().stream()
                .map(start -> start.atZone(location.timeZone()).toOffsetDateTime())
                .forEach(start -> fields.put("slot", List.of(ISO_OFFSET_DATE_TIME.format(start))));
        if (picked.starts().isEmpty()) {
            typed.first("wish")
                    .ifPresent(day -> fields.put(
                            "preferred", List.of(day + "/" + typed.first("part").orElse("any"))));
        }
        String language = typed.first("language").orElse(catalog().clinic().defaultLanguage());
        ClinicOutcome outcome = carelet.clinicDesk()
                .orElseThrow()
                .enter(new Submission(fields), visit.user().name(), language);
        if (outcome instanceof ClinicOutcome.Done done) {
            String there = visit.href("bookings/" + done.booking().reference(), Map.of("done", "entered"));
            return Reply.of(303).with("Location", there + "#top");
        }
        return page(visit, typed, Optional.of(failed(visit, outcome)));
    }

    private Failed failed(Visit visit, ClinicOutcome outcome) {
        if (outcome instanceof ClinicOutcome.Invalid invalid) {
            return wrong(visit, invalid.errors());
        }
        return outcome instanceof ClinicOutcome.Refused refused
                ? failed(visit, 409, "refused." + refused.refusal().code())
                : failed(visit, 503, "unavailable");
    }

    private Failed wrong(Visit visit, List<FieldError> errors) {
        List<Trouble.Entry> entries =
                errors.stream().map(error -> entry(visit, error)).distinct().toList();
        return new Failed(422, new Trouble(visit.text("staff.trouble.invalid"), entries), Optional.empty());
    }

    /** Names the field, and says what is usually meant. */
    private static Trouble.Entry entry(Visit visit, FieldError error) {
        boolean time = List.of("slot", "preferred").contains(error.field());
        if (time) {
            return new Trouble.Entry(visit.text("staff.wrong.visit.time"), "times");
        }
        String key = "staff.field." + error.field();
        String name = visit.words().has(key) ? visit.text(key) : visit.text("staff.field.answer");
        String code = error.code().equals("required") ? "required" : "invalid";
        return new Trouble.Entry(visit.text("staff.wrong.field." + code, name), "field-" + error.field());
    }

    private Optional<Failed> unusual(Visit visit, Submission typed, Location location, Instant start) {
        Optional<AppointmentType> type = typed.first("type").flatMap(catalog()::appointmentType);
        if (type.isEmpty() || typed.first("anyway").isPresent()) {
            return Optional.empty();
        }
        return carelet.clinicDesk()
                .orElseThrow()
                .check(type.get().id(), location.id(), start)
                .warning()
                .map(refusal -> visit.text("staff.unusual." + refusal.code()))
                .map(what -> new Failed(
                        422,
                        new Trouble(visit.text("staff.trouble.unusual"), List.of(new Trouble.Entry(what, "anyway"))),
                        Optional.of(what)));
    }

    private Failed failed(Visit visit, int status, String key) {
        return new Failed(status, new Trouble(visit.text("staff.trouble." + key), List.of()), Optional.empty());
    }

    private Submission asked(Visit visit) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String name : List.of("type", "location")) {
            visit.exchange().query().first(name).ifPresent(value -> asked.put(name, List.of(value)));
        }
        return asked.isEmpty() ? NOTHING : new Submission(asked);
    }

    private Reply page(Visit visit, Submission typed, Optional<Failed> failed) {
        String language = visit.words().language();
        Optional<AppointmentType> type = typed.first("type").flatMap(catalog()::appointmentType);
        Optional<Location> location = typed.first("location").flatMap(catalog()::location);
        PhonePage page = new PhonePage(
                pages.shell(visit, "phone", visit.text("staff.page.phone")),
                failed.map(Failed::trouble),
                visit.href("phone"),
                types().map(each ->
                                new Choice(each.id(), each.name().in(language).value(), type.equals(Optional.of(each))))
                        .toList(),
                catalog().locations().stream()
                        .map(each -> new Choice(
                                each.id(), each.name().in(language).value(), location.equals(Optional.of(each))))
                        .toList(),
                type.filter(each -> each.mode() != AppointmentType.Mode.PHONE)
                        .flatMap(each -> location.map(
                                there -> entry(visit, SlotFinder.of(catalog(), each, there), typed, failed))));
        return pages.page(failed.map(Failed::status).orElse(200), "staff/phone.jte", page);
    }

    private PhonePage.Entry entry(Visit visit, SlotFinder finder, Submission typed, Optional<Failed> failed) {
        FreeTimes free = new FreeTimes(visit, catalog(), carelet.availability().orElseThrow());
        Map<String, String> asked =
                Map.of("type", finder.type().id(), "location", finder.location().id());
        return new PhonePage.Entry(
                pages.token(visit),
                finder.type().id(),
                finder.location().id(),
                free.open(finder, typed, day -> {
                    Map<String, String> parameters = new LinkedHashMap<>(asked);
                    parameters.put("from", day.toString());
                    return visit.href("phone", parameters) + "#times";
                }),
                Stream.of("any", "morning", "afternoon", "evening")
                        .map(part -> new Choice(
                                part,
                                visit.text("staff.phone.part." + part),
                                typed.first("part").filter(part::equals).isPresent()))
                        .toList(),
                typed.first("wish").orElse(""),
                new PhoneFields(visit, finder.type(), typed).fields(),
                catalog().clinic().languages().stream()
                        .map(tag -> new Choice(
                                tag,
                                visit.words().languageName(tag),
                                typed.first("language").filter(tag::equals).isPresent()))
                        .toList(),
                typed.first("mayLeaveMessage").isPresent(),
                failed.flatMap(Failed::anyway));
    }

    /** What has no times can't be entered: it is in the clinic's own books only. */
    private Stream<AppointmentType> types() {
        return catalog().appointmentTypes().stream().filter(type -> type.mode() != AppointmentType.Mode.PHONE);
    }

    private Catalog catalog() {
        return carelet.publication().catalog();
    }
}
