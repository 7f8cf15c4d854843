package io.github.carelet;

import io.github.carelet.PatientFile.Kept;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.ConsentWords;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.RetentionStore.Erasure;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEntry;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.AuditTrail;
import java.time.InstantSource;
import java.util.Comparator;
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
    private final BookingStore bookings;
    private final InstantSource clock;

    PatientRights(FrontDesk desk, InstantSource clock) {
        this.inbox = desk.inbox();
        this.deliveries = desk.deliveries();
        this.audit = desk.storage().audit();
        this.retention = desk.retention();
        this.bookings = desk.storage().bookings();
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
                        trail(each.booking().reference())))
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new PatientFile(clock.instant(), kept, words(kept)));
    }

    /** The same words may have had two versions; the patient agreed to each by its own. */
    private List<ConsentWords> words(List<Kept> kept) {
        return kept.stream()
                .flatMap(each -> each.opened().booking().consent().all())
                .flatMap(agreement -> agreement.sha256().stream()
                        .flatMap(sha256 -> bookings.words(sha256).stream())
                        .filter(words -> words.version().equals(agreement.version())))
                .distinct()
                .toList();
    }

    /** Without the other bookings that were seen along with it: those may be thousands, and are of other patients. */
    private List<AuditEntry> trail(String reference) {
        return audit.about(reference, MOST_OF_THE_TRAIL).stream()
                .map(each -> new AuditEntry(each.number(), only(reference, each.event()), each.mark()))
                .toList();
    }

    private static AuditEvent only(String reference, AuditEvent event) {
        return new AuditEvent(event.at(), event.actor(), event.action(), List.of(reference), event.detail());
    }

    /**
     * Forgets the patient of a booking, in all bookings that are theirs. If one of these is open, nothing is forgotten: it has
     * to be declined or called off first. Backups made before still know them.
     *
     * @param actor the name of who does it, for the audit trail
     * @return {@link Erasure#UNKNOWN} if there is no such booking, or if its patient is forgotten already
     */
    public Erasure erase(String reference, String actor) {
        List<InboxEntry> bookings = inbox.of(actor).entriesOfPatient(reference, AuditAction.SEARCH);
        if (bookings.stream().anyMatch(each -> each.booking().status().isOpen())) {
            return Erasure.OPEN;
        }
        // The one that leads to the others goes last: if this ends before, it can be done again.
        List<String> references = bookings.stream()
                .map(each -> each.booking().reference())
                .sorted(Comparator.comparing(reference::equals))
                .toList();
        Erasure done = Erasure.UNKNOWN;
        for (String each : references) {
            done = retention.erase(each, actor);
            if (done == Erasure.OPEN) {
                return done;
            }
        }
        return done;
    }
}
