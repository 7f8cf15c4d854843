package io.github.carelet.booking;

import java.util.Optional;

/**
 * Takes submissions, judges them and puts them in the clinic's hands. Safe for use by many threads.
 *
 * <p>The checks run in the order: token, idempotency, fields, rules, reservation.
 */
public final class BookingDesk {

    BookingDesk() {}

    /** Returns a fresh token for a form. */
    public FormToken issueToken(Optional<String> partner) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the partner that a token of ours binds, expired or not; empty if there is none or the token is not ours. */
    public Optional<String> partnerOf(String token) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes a submission. */
    public BookingOutcome book(Submission submission, String language) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns what the patient's page shows. */
    public Optional<ManagedBooking> find(String manageToken) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Calls a booking off for the patient. Fields: {@code token}, {@code reason}. */
    public ChangeOutcome cancel(String manageToken, Submission submission) {
        throw new UnsupportedOperationException("not yet");
    }
}
