package io.github.carelet.booking;

import io.github.carelet.booking.Admission.Arrival;
import io.github.carelet.booking.FormTokens.Issued;
import io.github.carelet.booking.SubmissionReader.Reading;
import io.github.carelet.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges what patients send, in the order token, idempotency, source, fields, rules, and lets in what passes. */
final class Intake {

    private final Function<Optional<String>, Catalog> offered;
    private final FormTokens tokens;
    private final Availability availability;
    private final Admission admission;

    /**
     * Makes one.
     *
     * @param offered gives what is offered through a partner
     * @param tokens reads what forms carry
     * @param availability knows which times are free
     * @param admission puts in the store what passed
     */
    Intake(
            Function<Optional<String>, Catalog> offered,
            FormTokens tokens,
            Availability availability,
            Admission admission) {
        this.offered = offered;
        this.tokens = tokens;
        this.availability = availability;
        this.admission = admission;
    }

    /** Takes a submission that is no rehearsal. */
    BookingOutcome book(Submission submission, String language, Instant now) {
        Optional<Issued> token = tokens.of(submission, now);
        if (token.isEmpty()) {
            return new BookingOutcome.TokenRefused(false);
        }
        try {
            Optional<Reservation.Spent> spent = admission.spent(token.get());
            if (spent.isPresent()) {
                return admission.again(spent.get(), submission);
            }
            Optional<Referral> referral = referral(submission, token.get());
            return referral.isEmpty() || token.get().isExpired(now)
                    ? new BookingOutcome.TokenRefused(referral.isPresent())
                    : judge(new Arrival(submission, token.get(), referral.get(), language, now));
        } catch (StoreUnavailableException e) {
            return new BookingOutcome.Unavailable();
        }
    }

    private Optional<Referral> referral(Submission submission, Issued token) {
        List<String> given =
                submission.all("ref").stream().filter(each -> !each.isBlank()).toList();
        if (given.isEmpty()) {
            return Optional.of(Referral.through(token.partner()));
        }
        Optional<String> source = Optional.of(given)
                .filter(all -> all.size() == 1)
                .flatMap(all -> tokens.source(submission.first("token").orElseThrow(), all.get(0)));
        return source.map(each -> new Referral(token.partner(), Optional.of(each)));
    }

    private BookingOutcome judge(Arrival arrival) {
        Catalog current = offered.apply(arrival.token().partner());
        Reading reading = SubmissionReader.read(current, arrival.submission(), arrival.language(), arrival.at());
        if (reading instanceof Reading.Faulty faulty) {
            return new BookingOutcome.Invalid(faulty.errors());
        }
        BookingRequest request = ((Reading.Parsed) reading).request();
        Availability ownHoldAside =
                availability.without(Hold.idOf(arrival.token().key()));
        Times times = new Times(current, ownHoldAside, arrival.at());
        Optional<BookingOutcome.Refused> refused = new BookingRules(current, arrival.at()).judge(request);
        return refused.<BookingOutcome>map(refusal -> refusal)
                .orElseGet(() -> admission.reserve(request, arrival, times));
    }
}
