package io.github.carelet.booking;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.privacy.AuditAction;
import io.github.carelet.privacy.AuditEvent;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.schedule.Resource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The clinic's inbox, as one person looks at it. Whatever they see is in the audit trail, with their name, before they see
 * it. Every method may throw {@link StoreUnavailableException}. Safe for use by many threads.
 */
public final class Inbox {

    /** The most bookings on a page. */
    public static final int MOST_ON_A_PAGE = 200;

    static final int MOST_INDEXED_AT_ONCE = 200;

    private static final int MOST_FOUND = 50;
    private static final int MOST_LOOKED_AT = 300;

    private final Supplier<Catalog> catalog;
    private final InboxStore store;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final String actor;

    private Inbox(Supplier<Catalog> catalog, InboxStore store, AuditTrail audit, InstantSource clock, String actor) {
        this.catalog = catalog;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * Returns what opens inboxes.
     *
     * @param catalog gives the catalogue that holds now
     * @param store where bookings are kept
     * @param audit keeps who saw what
     * @param clock by which it is judged what is late
     */
    public static InboxAccess on(Supplier<Catalog> catalog, InboxStore store, AuditTrail audit, InstantSource clock) {
        return actor -> new Inbox(catalog, store, audit, clock, actor);
    }

    /** Opens inboxes. */
    @FunctionalInterface
    public interface InboxAccess {

        /**
         * Returns the inbox for somebody.
         *
         * @param actor their name, for the audit trail; not blank
         */
        Inbox of(String actor);
    }

    /**
     * Returns a page of bookings: requests first, and of these, as of the others, those first that fall due first.
     *
     * @param after where the page before ended; empty for the first page
     * @param limit the most bookings, from 1 to {@link #MOST_ON_A_PAGE}
     */
    public InboxPage list(InboxFilter filter, Optional<InboxCursor> after, int limit) {
        if (limit < 1 || limit > MOST_ON_A_PAGE) {
            throw new IllegalArgumentException("limit " + limit + ": expected 1 to " + MOST_ON_A_PAGE);
        }
        List<InboxEntry> found = store.list(new InboxStore.Listing(filter, after, now(), limit + 1));
        List<InboxEntry> page = found.subList(0, Math.min(limit, found.size()));
        saw(AuditAction.LIST, page.stream().map(InboxEntry::booking).toList());
        Optional<InboxCursor> next = found.size() > limit ? Optional.of(cursor(page.get(limit - 1))) : Optional.empty();
        return new InboxPage(page, next);
    }

    private static InboxCursor cursor(InboxEntry last) {
        return new InboxCursor(
                InboxCursor.rank(last.booking().status()),
                last.attendAt().toEpochMilli(),
                last.booking().reference());
    }

    /**
     * Returns all bookings of a list, in its order, to take them out in a file; empty if they are too many, so that nobody
     * takes a part for the whole.
     *
     * @param most the most bookings
     * @param format of the file, such as {@code csv}, for the audit trail
     */
    public Optional<List<Booking>> export(InboxFilter filter, int most, String format) {
        List<Booking> all = new ArrayList<>();
        Optional<InboxCursor> after = Optional.empty();
        do {
            int limit = Math.min(MOST_ON_A_PAGE, most + 1 - all.size());
            List<InboxEntry> page = store.list(new InboxStore.Listing(filter, after, now(), limit));
            page.forEach(each -> all.add(each.booking()));
            after = page.size() < limit ? Optional.empty() : Optional.of(cursor(page.get(limit - 1)));
        } while (after.isPresent() && all.size() <= most);
        if (all.size() > most) {
            return Optional.empty();
        }
        saw(AuditAction.EXPORT, all, format);
        return Optional.of(all);
    }

    /** Returns how many bookings there are, of all locations or of one. It tells of no patient, so it is in no trail. */
    public InboxCounts count(Optional<String> location) {
        return store.count(now(), location);
    }

    /**
     * Returns what came in within a time, in numbers. It tells of no patient, so it is in no trail.
     *
     * @param from the first instant
     * @param until the first instant after it
     */
    public InboxFigures figures(Instant from, Instant until) {
        return store.figures(from, until);
    }

    /**
     * Returns the bookings that a text finds, the newest first: by reference or its beginning, by phone number or its last
     * four digits, by e-mail address, by words of a name or their first three letters or more.
     */
    public List<InboxEntry> search(String text) {
        BookingSearch search = BookingSearch.parse(text, region());
        if (search.isEmpty()) {
            return List.of();
        }
        store.index(MOST_INDEXED_AT_ONCE);
        List<InboxEntry> found = store.find(search, MOST_LOOKED_AT).stream()
                .filter(each -> search.matches(each.booking()))
                .limit(MOST_FOUND)
                .toList();
        saw(AuditAction.SEARCH, found.stream().map(InboxEntry::booking).toList());
        return found;
    }

    private String region() {
        return catalog.get().locations().stream()
                .findFirst()
                .map(location -> location.address().country())
                .orElse("US");
    }

    /**
     * Returns the visits of some local days at a location, and the times of them that are offered, by their start.
     *
     * @param last the last of the days, included
     */
    public List<DayEntry> days(String location, LocalDate first, LocalDate last) {
        List<DayEntry> entries = store.days(location, first, last);
        saw(AuditAction.DAY, entries.stream().map(DayEntry::booking).distinct().toList());
        return entries;
    }

    /** Returns the visits, and the times that are offered, in whose way a closure is. */
    public List<DayEntry> affectedBy(Closure closure) {
        Closure.Draft what = closure.what();
        // No local day begins or ends more than a day away from that of UTC.
        Instant from = what.from().minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = what.to().plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<DayEntry> entries = store.visits(what.scope().place(), from, until).stream()
                .filter(each -> what.covers(each.start().toLocalDateTime()) && isOf(each, what.scope()))
                .toList();
        saw(AuditAction.DAY, entries.stream().map(DayEntry::booking).distinct().toList());
        return entries;
    }

    private static boolean isOf(DayEntry entry, Closure.Scope scope) {
        if (scope instanceof Closure.Place) {
            return true;
        }
        Resource closed = scope instanceof Closure.Pool pool
                ? Resource.pool(pool.location(), pool.pool())
                : Resource.practitioner(((Closure.Person) scope).practitioner());
        Booking booking = entry.booking();
        return Stream.concat(booking.seat().stream(), booking.offers().stream().map(Offer::seat))
                .anyMatch(seat -> seat.resource().equals(closed));
    }

    /** Returns all of one booking, with its history; empty if there is no such booking. */
    public Optional<OpenedBooking> open(String reference) {
        Optional<InboxEntry> found = store.open(reference);
        saw(AuditAction.READ, found.stream().map(InboxEntry::booking).toList());
        return found.map(
                entry -> new OpenedBooking(entry, store.history(entry.booking().id())));
    }

    /**
     * Returns every booking of the patient of one, open or not, the newest first, with its history: those under the same name
     * with the same phone number or e-mail address, and not with another date of birth. Whoever else uses that phone is not
     * among them, nor what was forgotten.
     *
     * @param action for what: {@link AuditAction#EXPORT} or {@link AuditAction#ERASE}
     * @return none if there is no such booking, or if its patient can't be told from others
     */
    public List<OpenedBooking> ofPatient(String reference, AuditAction action) {
        return entriesOfPatient(reference, action).stream()
                .map(entry ->
                        new OpenedBooking(entry, store.history(entry.booking().id())))
                .toList();
    }

    /** Returns the same without their histories. */
    public List<InboxEntry> entriesOfPatient(String reference, AuditAction action) {
        List<InboxEntry> found = store.open(reference)
                .map(each -> new PatientBookings(store).of(each.booking().patient()))
                .orElse(List.of());
        saw(action, found.stream().map(InboxEntry::booking).toList(), "patient");
        return found;
    }

    private void saw(AuditAction action, List<Booking> bookings) {
        saw(action, bookings, "");
    }

    private void saw(AuditAction action, List<Booking> bookings, String detail) {
        List<String> references = bookings.stream().map(Booking::reference).toList();
        audit.append(new AuditEvent(now(), actor, action, references, detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
