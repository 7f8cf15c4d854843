package io.github.carelet;

import io.github.carelet.PatientFile.Kept;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.RetentionStore.Erasure;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditTrail;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a patient may ask of the clinic: all that it keeps about them, and to be forgotten. The patient is that of a booking;
 * what else is theirs is found by their phone number and e-mail address, and by their name, since families share a phone.
 * Every method may throw {@link StoreUnavailableException} and is in the audit trail. Safe for use by many threads.
 */
public final class PatientRights {

    private static final int MOST_OF_THE_TRAIL = 10_000;

    private final InboxAccess inbox;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final Retention retention;
    private final InstantSource clock;

    PatientRights(FrontDesk desk, InstantSource clock) {
        this.inbox = desk.inbox();
        this.deliveries = desk.deliveries();
        this.audit = desk.storage().audit();
        this.retention = desk.retention();
        this.clock = clock;
    }

    /**
     * Returns all that is kept about the patient of a booking; empty if there is no such booking, or if its patient is
     * forgotten already.
     *
     * @param actor the name of who asks for it, for the audit trail
     */
    public Optional<PatientFile> file(String reference, String actor) {
        List<Kept> kept = inbox.of(actor).ofPatient(reference, AuditAction.EXPORT).stream()
                .map(each -> new Kept(
                        each,
                        deliveries.about(each.booking().id()),
                        audit.about(each.booking().reference(), MOST_OF_THE_TRAIL)))
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new PatientFile(clock.instant(), kept));
    }

    /**
     * Forgets the patient of a booking, in all bookings that are theirs. If one of these is open, nothing is forgotten: it has
     * to be declined or called off first. Backups made before still know them.
     *
     * @param actor the name of who does it, for the audit trail
     * @return {@link Erasure#UNKNOWN} if there is no such booking, or if its patient is forgotten already
     */
    public Erasure erase(String reference, String actor) {
        List<OpenedBooking> bookings = inbox.of(actor).ofPatient(reference, AuditAction.SEARCH);
        if (bookings.stream().anyMatch(each -> each.booking().status().isOpen())) {
            return Erasure.OPEN;
        }
        return bookings.stream()
                .map(each -> retention.erase(each.booking().reference(), actor))
                .reduce(Erasure.UNKNOWN, (before, next) -> before == Erasure.OPEN ? before : next);
    }
}
