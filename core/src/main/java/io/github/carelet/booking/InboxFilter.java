package io.github.carelet.booking;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which bookings the inbox lists. All that is said must be true of each of them.
 *
 * @param statuses the states; at least one
 * @param location id of a location
 * @param partner id of a partner
 * @param source from which page or campaign, see {@link Referral#source}
 * @param from first local day of the start; with this or {@code to}, only bookings that have one
 * @param to last local day of the start, included
 * @param late whether only requests are listed that should have been answered by now
 */
public record InboxFilter(
        Set<BookingStatus> statuses,
        Optional<String> location,
        Optional<String> partner,
        Optional<String> source,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        boolean late) {

    /** Copies the set. */
    public InboxFilter {
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("a filter without a state: expected one at least");
        }
        statuses = Set.copyOf(statuses);
    }

    /** Returns a filter by states. */
    public static InboxFilter of(BookingStatus first, BookingStatus... others) {
        return new InboxFilter(
                EnumSet.of(first, others),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Returns the filter for what the clinic has not answered. */
    public static InboxFilter unanswered() {
        return of(BookingStatus.REQUESTED);
    }

    /** Returns the filter for all that is not settled: requests, proposals, the waiting list. */
    public static InboxFilter open() {
        return of(BookingStatus.REQUESTED, BookingStatus.PROPOSED, BookingStatus.WAITLISTED);
    }

    /** Returns this for one location only. */
    public InboxFilter at(String locationId) {
        return new InboxFilter(statuses, Optional.of(locationId), partner, source, from, to, late);
    }

    /** Returns this for one partner only. */
    public InboxFilter through(String partnerId) {
        return new InboxFilter(statuses, location, Optional.of(partnerId), source, from, to, late);
    }

    /** Returns this for visits that begin on these local days, both included. */
    public InboxFilter between(LocalDate first, LocalDate last) {
        return new InboxFilter(statuses, location, partner, source, Optional.of(first), Optional.of(last), late);
    }

    /** Returns this for what should have been answered by now. */
    public InboxFilter lateOnly() {
        return new InboxFilter(Set.of(BookingStatus.REQUESTED), location, partner, source, from, to, true);
    }
}
