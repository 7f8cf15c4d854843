package io.github.carelet.booking;

import io.github.carelet.booking.BookingOutcome.Accepted;
import io.github.carelet.booking.BookingOutcome.Refused;
import io.github.carelet.booking.FormTokens.Issued;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.delivery.Message;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Refusal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts requests that kept all rules in the store. Others may be faster between the judgement of a time and its reservation:
 * then it is judged again, for another practitioner may still be free.
 */
final class Admission {

    private static final int TRIES = 20;

    /** People need longer than this for the shortest form. */
    private static final Duration QUICK = Duration.ofSeconds(3);

    private final BookingStore store;
    private final BookingNames names;
    private final BookingMessages messages;
    private final Changes changes;
    private final Set<ConsentWords> kept = ConcurrentHashMap.newKeySet();

    /**
     * Makes one.
     *
     * @param names by what bookings are called
     * @param messages tell of them
     * @param changes ends what is in the way though it has run out
     */
    Admission(BookingNames names, BookingMessages messages, Changes changes) {
        this.store = changes.store();
        this.names = names;
        this.messages = messages;
        this.changes = changes;
    }

    /** A submission that came with a good token that was not spent. */
    record Arrival(Submission submission, Issued token, Referral referral, String language, Instant at) {

        boolean isQuick() {
            return at.isBefore(token.issuedAt().plus(QUICK));
        }
    }

    /** Returns what a token was spent for, if it was. */
    Optional<Reservation.Spent> spent(Issued token) {
        return store.spent(token.key());
    }

    /** Returns the first answer again, if the fields are the same. */
    BookingOutcome again(Reservation.Spent spent, Submission submission) {
        if (!names.keys().ids().contains(spent.keyId())) {
            // Without its key nothing can be compared or derived any more: the form is as good as expired.
            return new BookingOutcome.TokenRefused(true);
        }
        byte[] fingerprint = names.fingerprint(spent.keyId(), submission);
        return MessageDigest.isEqual(fingerprint, spent.fingerprint())
                ? new Accepted(new Receipt(
                        spent.reference(),
                        spent.status().shown(),
                        spent.start(),
                        spent.location(),
                        names.manageToken(spent.keyId(), spent.bookingId())))
                : new BookingOutcome.Mismatch();
    }

    BookingOutcome reserve(BookingRequest request, Arrival arrival, Times times) {
        keep(request.words(), arrival.at());
        for (int i = 0; i < TRIES; i++) {
            Optional<Claim> claim = times.claim(request);
            if (request.slot().isPresent() && claim.isEmpty()) {
                return times.refuse(request);
            }
            Optional<BookingOutcome> outcome = tryReserve(request, arrival, claim, times);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return times.refuse(request);
    }

    /** They are there before the first booking that goes by them, and change so seldom that this knows them after that. */
    private void keep(List<ConsentWords> words, Instant now) {
        for (ConsentWords each : words) {
            if (!kept.contains(each)) {
                store.keep(each, now);
                kept.add(each);
            }
        }
    }

    /** Returns what came of one attempt; empty if another one may do better. */
    private Optional<BookingOutcome> tryReserve(
            BookingRequest request, Arrival arrival, Optional<Claim> claim, Times times) {
        Booking booking = booking(request, arrival, claim, times);
        SubmissionKey key =
                names.key(booking, arrival.submission(), arrival.token().key());
        List<Message> told = request.suspect()
                ? List.of()
                : messages.of(
                        Changes.Cause.patient("booking." + booking.status().code()), Optional.empty(), booking);
        Reservation reservation = store.tryReserve(booking, key, Allowance.of(request.type()), told);
        if (reservation instanceof Reservation.Taken) {
            changes.endLapsed(arrival.at());
            return Optional.empty();
        }
        if (reservation instanceof Reservation.DrawnBefore) {
            return Optional.empty();
        }
        if (reservation instanceof Reservation.Spent spent) {
            return Optional.of(again(spent, arrival.submission()));
        }
        if (reservation instanceof Reservation.Duplicate) {
            return Optional.of(new Refused(Refusal.DUPLICATE, claim.isPresent() ? "slot" : "preferred"));
        }
        return Optional.of(new Accepted(new Receipt(
                booking.reference(),
                booking.status().shown(),
                booking.start(),
                booking.location(),
                names.manageToken(key.keyId(), booking.id()))));
    }

    private Booking booking(BookingRequest request, Arrival arrival, Optional<Claim> claim, Times times) {
        BookingStatus status = status(request);
        Optional<OffsetDateTime> start = claim.map(each -> each.slot().start());
        return new Booking(
                names.newId(arrival.at()),
                names.newReference(),
                status,
                1,
                request.type().id(),
                request.location().id(),
                start,
                seat(request, claim),
                request.preferred(),
                List.of(),
                times.answerBy(request.location()).filter(by -> status != BookingStatus.CONFIRMED),
                BookingSource.WEB,
                arrival.referral(),
                arrival.language(),
                request.consent(),
                arrival.isQuick(),
                arrival.at(),
                arrival.at(),
                request.patient(),
                request.visit());
    }

    /** Returns what a booking takes: a suspect one nothing. */
    static Optional<Seat> seat(BookingRequest request, Optional<Claim> claim) {
        return claim.filter(each -> !request.suspect()).map(Seat::of);
    }

    /** Returns the state of a booking that has just been asked for. */
    static BookingStatus status(BookingRequest request) {
        if (request.suspect()) {
            return BookingStatus.SUSPECT;
        }
        boolean settled = request.slot().isPresent() && request.type().mode() == Mode.SLOTS;
        return settled ? BookingStatus.CONFIRMED : BookingStatus.REQUESTED;
    }
}
