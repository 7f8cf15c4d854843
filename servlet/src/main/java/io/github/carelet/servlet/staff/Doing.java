package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.ClinicAction;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.ClinicOutcome;
import io.github.carelet.booking.ConsentKind;
import io.github.carelet.booking.ContactAttempt;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Offer;
import io.github.carelet.booking.Submission;
import io.github.carelet.schedule.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that somebody does with a booking: reads what they typed, and lets the desk do it.
 *
 * @param visit who does it
 * @param carelet whose booking it is
 * @param booking the booking, as it is when it is read
 * @param typed what was typed
 */
record Doing(Visit visit, Carelet carelet, Booking booking, Submission typed) {

    /** How long offers hold, by what is sent. */
    static final List<Duration> HOLDS =
            List.of(Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(96));

    private static final int LONGEST_NOTE = 2000;

    /** Returns the version that was seen; 0 if the form does not say. */
    int version() {
        return typed.first("version")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Returns why it can't even be tried, by what was typed. */
    Optional<Tried> problem(Deed deed) {
        if (typed.first("note").orElse("").length() > LONGEST_NOTE) {
            return Optional.of(wrong(deed, "note", "long"));
        }
        if (deed == Deed.DECLINE && typed.first("note").isEmpty()) {
            return Optional.of(wrong(deed, "decline", "reason"));
        }
        if (deed == Deed.CONTACT && attempt().isEmpty()) {
            return Optional.of(wrong(deed, "contact-result", "attempt"));
        }
        return deed.picksTimes() ? problemOfTimes(deed) : Optional.empty();
    }

    private Optional<Tried> problemOfTimes(Deed deed) {
        PickedTimes picked = picked();
        if (picked.problem().isPresent()) {
            return Optional.of(wrong(deed, "times", picked.problem().get()));
        }
        int count = picked.starts().size();
        boolean several = deed == Deed.PROPOSE || deed == Deed.OFFER;
        boolean asked = deed == Deed.CONFIRM && count == 0 && booking.seat().isPresent();
        if (!several && count != 1 && !asked) {
            return Optional.of(wrong(deed, "times", "one"));
        }
        return several && (count == 0 || count > ClinicDesk.MAX_OFFERS)
                ? Optional.of(wrong(deed, "times", "three"))
                : unusual(deed, picked.starts());
    }

    /** Lets the desk do it. */
    ClinicOutcome on(Deed deed) {
        ClinicAction action =
                new ClinicAction(booking.reference(), version(), visit.user().name(), typed.first("note"));
        return deed.picksTimes() ? at(deed, action, picked().starts()) : on(deed, action);
    }

    private ClinicOutcome at(Deed deed, ClinicAction action, List<Instant> starts) {
        return switch (deed) {
            case PROPOSE -> desk().propose(action, starts, until(starts));
            case OFFER -> desk().offer(action, starts, until(starts));
            case RESCHEDULE -> desk().reschedule(action, starts.get(0));
            default -> confirm(action, starts);
        };
    }

    /** What is on offer is accepted for the patient; the clinic may confirm any other time. */
    private ClinicOutcome confirm(ClinicAction action, List<Instant> starts) {
        if (starts.isEmpty()) {
            return desk().confirm(action);
        }
        Instant start = starts.get(0);
        boolean offered = booking.offers().stream()
                .anyMatch(offer -> offer.start().toInstant().equals(start));
        return offered ? desk().accept(action, start) : desk().confirm(action, start);
    }

    private ClinicOutcome on(Deed deed, ClinicAction action) {
        return switch (deed) {
            case WAITLIST -> desk().waitlist(action);
            case DECLINE -> desk().decline(action);
            case CANCEL -> desk().cancel(action);
            case RELEASE -> desk().release(action);
            case ARRIVE -> desk().arrive(action);
            case COMPLETE -> desk().complete(action);
            case NO_SHOW -> desk().noShow(action);
            case CONTACT -> desk().contact(action, attempt().orElseThrow());
            case RECORDED -> desk().recorded(action, typed.first("number").orElse(""));
            case REVOKE_SMS -> desk().revoke(action, ConsentKind.SMS);
            case REVOKE_MARKETING -> desk().revoke(action, ConsentKind.MARKETING);
            case UNDO -> desk().undo(action);
            default -> desk().note(action);
        };
    }

    private Optional<ContactAttempt> attempt() {
        try {
            return Optional.of(ContactAttempt.parse(
                    typed.first("way").orElse("") + " " + typed.first("result").orElse("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ClinicDesk desk() {
        return carelet.clinicDesk().orElseThrow();
    }

    /** Puts into words why the desk did not do it. */
    Tried tried(Deed deed, ClinicOutcome outcome) {
        if (outcome instanceof ClinicOutcome.Refused refused) {
            return failed(deed, 409, "refused." + refused.refusal().code());
        }
        if (outcome instanceof ClinicOutcome.NotPossible now) {
            String state = visit.text("staff.state." + now.status().code());
            String text = booking.patient().isForgotten()
                    ? visit.text("staff.trouble.forgotten")
                    : visit.text("staff.trouble.impossible", state);
            return new Tried(deed, typed, 409, new Trouble(text, List.of()), Optional.empty());
        }
        if (outcome instanceof ClinicOutcome.Invalid invalid) {
            FieldError first = invalid.errors().get(0);
            return wrong(deed, target(first.field()), first.field() + "." + first.code());
        }
        return outcome instanceof ClinicOutcome.Unavailable
                ? failed(deed, 503, "unavailable")
                : failed(deed, 412, "outdated");
    }

    /** Returns the times that were picked or typed. */
    PickedTimes picked() {
        return PickedTimes.of(typed, zone());
    }

    private ZoneId zone() {
        return new PatientWords(visit, carelet.publication().catalog(), booking)
                .clocks()
                .zone();
    }

    private static String target(String field) {
        return switch (field) {
            case "until", "note", "number" -> field;
            case "way", "result" -> "contact-result";
            default -> "times";
        };
    }

    /** The desk may put visits where patients can't; but it should know. */
    private Optional<Tried> unusual(Deed deed, List<Instant> starts) {
        if (typed.first("anyway").isPresent()) {
            return Optional.empty();
        }
        return starts.stream()
                .filter(start -> !isItsOwn(start))
                .flatMap(this::warning)
                .findFirst()
                .map(refusal -> {
                    String what = visit.text("staff.unusual." + refusal.code());
                    Trouble trouble = new Trouble(
                            visit.text("staff.trouble.unusual"), List.of(new Trouble.Entry(what, "anyway")));
                    return new Tried(deed, typed, 422, trouble, Optional.of(what));
                });
    }

    private Stream<Refusal> warning(Instant start) {
        return desk().check(booking.reference(), start).warning().stream();
    }

    /** What the patient asked for, or was offered, is nothing to be warned of. */
    private boolean isItsOwn(Instant start) {
        return Stream.concat(booking.start().stream(), booking.offers().stream().map(Offer::start))
                .anyMatch(own -> own.toInstant().equals(start));
    }

    /** Offers run out before the first of them begins. */
    private Instant until(List<Instant> starts) {
        Duration hold = typed.first("until")
                .flatMap(text -> HOLDS.stream()
                        .filter(each -> each.toString().equals(text))
                        .findFirst())
                .orElse(HOLDS.get(2));
        Instant end = carelet.clock().instant().plus(hold);
        return starts.stream().filter(start -> start.isBefore(end)).findFirst().orElse(end);
    }

    private Tried wrong(Deed deed, String target, String key) {
        String known = visit.words().has("staff.wrong." + key) ? key : "other";
        Trouble.Entry entry = new Trouble.Entry(visit.text("staff.wrong." + known), target);
        return new Tried(
                deed, typed, 422, new Trouble(visit.text("staff.trouble.invalid"), List.of(entry)), Optional.empty());
    }

    /** Returns that it was not done, by the message {@code staff.trouble.{key}}. */
    Tried failed(Deed deed, int status, String key) {
        return new Tried(
                deed, typed, status, new Trouble(visit.text("staff.trouble." + key), List.of()), Optional.empty());
    }
}
