package io.github.carelet.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The bookings, as the clinic looks at them. A port; safe for use by many threads. Every method may throw
 * {@link StoreUnavailableException}. It keeps no record of who looks: that is for {@link Inbox}.
 */
public interface InboxStore {

    /**
     * What is to be listed.
     *
     * @param filter which bookings
     * @param after where the page before ended
     * @param now by which it is judged what is late
     * @param limit the most to return
     */
    record Listing(InboxFilter filter, Optional<InboxCursor> after, Instant now, int limit) {}

    /** Returns bookings, requests first; among them and among the others those that fall due first, then by reference. */
    List<InboxEntry> list(Listing listing);

    /** Returns how many bookings there are; of all locations, or of one. */
    InboxCounts count(Instant now, Optional<String> location);

    /**
     * Returns what came in within a time, in numbers.
     *
     * @param from the first instant
     * @param until the first instant after it
     */
    InboxFigures figures(Instant from, Instant until);

    /**
     * Returns bookings that may be what is searched, the newest first. With terms it may return others too, which only begin
     * alike.
     */
    List<InboxEntry> find(BookingSearch search, int limit);

    /** Returns the booking with the given reference. */
    Optional<InboxEntry> open(String reference);

    /**
     * Returns the visits of some local days at a location, and the times of them that are offered, by their start: all that
     * take their time, and those whose patient did not come.
     *
     * @param last the last of the days, included
     */
    List<DayEntry> days(String location, LocalDate first, LocalDate last);

    /**
     * Returns the visits that take their time, and the times that are offered, by their start.
     *
     * @param location id of a location; empty for all of them
     * @param from the first instant of their start
     * @param until the first instant after it
     */
    List<DayEntry> visits(Optional<String> location, Instant from, Instant until);

    /** Returns what happened to a booking, the first entry first. */
    List<HistoryEntry> history(String bookingId);

    /**
     * Makes bookings findable that are not yet, or only with a key that is no longer the current one.
     *
     * @param limit the most to look after in this call
     * @return how many it looked after
     */
    int index(int limit);
}
