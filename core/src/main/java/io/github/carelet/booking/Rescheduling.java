package io.github.carelet.booking;

import io.github.carelet.booking.BookingStore.Change;
import io.github.carelet.booking.Changes.Cause;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets patients move their bookings: to another time, which is taken in the step that frees the old one, or back to the
 * clinic with other wishes. By the rules of a new booking, but what the booking takes itself is not in its way.
 */
final class Rescheduling implements PatientActions.Action {

    private final Function<Optional<String>, Catalog> offered;
    private final Availability availability;
    private final Changes changes;

    /**
     * Makes one.
     *
     * @param offered gives what is offered now to whoever comes through a partner
     * @param availability knows what is taken
     * @param changes writes it
     */
    Rescheduling(Function<Optional<String>, Catalog> offered, Availability availability, Changes changes) {
        this.offered = offered;
        this.availability = availability;
        this.changes = changes;
    }

    /** Returns whether a patient may move a booking: it is open, not over, and its type can be booked here. */
    static boolean isPossible(Booking booking, Optional<AppointmentType> type, Instant now) {
        boolean bookable = type.filter(each -> each.mode() != Mode.PHONE).isPresent();
        return bookable
                && Cancellation.isPossible(booking.status())
                && booking.start().map(start -> start.toInstant().isAfter(now)).orElse(true);
    }

    @Override
    public Optional<ChangeOutcome> tryOn(Booking booking, Submission submission, Instant now) {
        Catalog current = offered(booking);
        Optional<AppointmentType> type = current.appointmentType(booking.type());
        FieldReader fields = new FieldReader(submission);
        fields.ignore("token");
        fields.ignore("lang");
        Optional<Location> location =
                fields.known("location", current::location).or(() -> current.location(booking.location()));
        TimeReader times = TimeReader.read(fields);
        if (!fields.errors().isEmpty()) {
            return Optional.of(new ChangeOutcome.Invalid(fields.errors()));
        }
        if (location.isEmpty() || !isPossible(booking, type, now)) {
            return Optional.of(new ChangeOutcome.NotPossible(booking.status().shown()));
        }
        BookingRequest request = new BookingRequest(
                type.orElseThrow(),
                location.get(),
                times.slot(),
                times.preferred(),
                booking.consent(),
                List.of(),
                booking.patient(),
                booking.visit(),
                booking.status() == BookingStatus.SUSPECT);
        return new BookingRules(current, now)
                .judge(request)
                .map(Rescheduling::refused)
                .or(() -> move(booking, request, new Times(current, availability.without(booking.id()), now)));
    }

    /** What the partner is for; all of it, where the clinic has moved the visit beyond that. */
    private Catalog offered(Booking booking) {
        Catalog part = offered.apply(booking.partner());
        return part.has(booking.type(), booking.location()) ? part : offered.apply(Optional.empty());
    }

    private Optional<ChangeOutcome> move(Booking booking, BookingRequest request, Times times) {
        Optional<Claim> claim = times.claim(request);
        if (request.slot().isPresent() && claim.isEmpty()) {
            return Optional.of(refused(times.refuse(request)));
        }
        BookingStatus next = Admission.status(request);
        Timing timing = timing(request, next, claim, times);
        if (booking.status() == next && isThere(booking.timing(), timing)) {
            return Optional.of(new ChangeOutcome.Changed());
        }
        Change change = changes.make(
                booking,
                booking.changedTo(next, timing, times.now()),
                Allowance.of(request.type()),
                Cause.patient("booking.rescheduled"));
        return change == Change.DONE ? Optional.of(new ChangeOutcome.Changed()) : Optional.empty();
    }

    private static Timing timing(BookingRequest request, BookingStatus next, Optional<Claim> claim, Times times) {
        return new Timing(
                request.location().id(),
                claim.map(each -> each.slot().start()),
                Admission.seat(request, claim),
                request.preferred(),
                List.of(),
                times.answerBy(request.location()).filter(by -> next != BookingStatus.CONFIRMED));
    }

    /** Whoever sends the same form again has moved already. */
    private static boolean isThere(Timing now, Timing then) {
        return now.location().equals(then.location())
                && now.start().equals(then.start())
                && now.preferred().equals(then.preferred());
    }

    private static ChangeOutcome refused(BookingOutcome.Refused refused) {
        Refusal refusal = refused.refusal();
        return new ChangeOutcome.Refused(refusal, refused.field(), refused.alternatives());
    }
}
