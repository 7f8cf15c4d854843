package io.github.carelet.booking;

import java.util.List;
import java.util.Optional;

/**
 * All that the clinic has of one booking.
 *
 * @param entry the booking, as the inbox lists it
 * @param history what happened to it, the first entry first
 */
public record OpenedBooking(InboxEntry entry, List<HistoryEntry> history) {

    /** Copies the list. */
    public OpenedBooking {
        history = List.copyOf(history);
    }

    /** Returns the booking. */
    public Booking booking() {
        return entry.booking();
    }

    /** Returns under which number it was entered in the clinic's own system, if it was. */
    public Optional<String> recordedAs() {
        return history.stream()
                .filter(each -> each.kind() == HistoryEntry.Kind.RECORDED)
                .reduce((earlier, later) -> later)
                .flatMap(HistoryEntry::note);
    }
}
