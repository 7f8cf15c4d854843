package io.github.carelet.store;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxCursor;
import io.github.carelet.booking.InboxFilter;
import io.github.carelet.booking.InboxStore.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of the inbox, in one statement. For each state it reads no more than a page of the index that begins with the state,
 * in its order, and merges those.
 *
 * @param listing what is to be listed
 */
record InboxRows(Listing listing) {

    private static final String PAGE = """
            with page as (%s)
            select b.*, page.place as place, %s as recorded from page join carelet_booking b on b.reference = page.reference
            order by page.place, page.attend_at, page.reference limit ?
            """;

    /** One entry of the kind is enough. */
    static final String RECORDED = """
            (select count(*) from carelet_history h where h.booking_id = b.id and h.kind = 'recorded')""";

    private static final String OF_A_STATE = """
            select * from (
                select %d as place, attend_at, reference from carelet_booking where status = ?%s
                order by attend_at, reference limit ?) state_%d""";

    private static final String LOCAL_START = "start_at + start_offset * 1000";

    private List<BookingStatus> statuses() {
        return listing.filter().statuses().stream()
                .sorted()
                .filter(status -> listing.after()
                        .filter(cursor -> InboxCursor.rank(status) < cursor.rank())
                        .isEmpty())
                .toList();
    }

    private Optional<InboxCursor> after(BookingStatus status) {
        return listing.after().filter(cursor -> cursor.rank() == InboxCursor.rank(status));
    }

    /** Returns whether there can be anything at all. */
    boolean isEmpty() {
        return statuses().isEmpty();
    }

    String sql() {
        List<String> states = new ArrayList<>();
        for (BookingStatus status : statuses()) {
            states.add(String.format(
                    Locale.ROOT, OF_A_STATE, InboxCursor.rank(status), conditions(status), states.size()));
        }
        return String.format(Locale.ROOT, PAGE, String.join("\nunion all\n", states), RECORDED);
    }

    private String conditions(BookingStatus status) {
        InboxFilter filter = listing.filter();
        StringBuilder conditions = new StringBuilder();
        after(status).ifPresent(cursor -> conditions.append(" and (attend_at, reference) > (?, ?)"));
        filter.location().ifPresent(location -> conditions.append(" and location = ?"));
        filter.partner().ifPresent(partner -> conditions.append(" and partner = ?"));
        filter.source().ifPresent(source -> conditions.append(" and partner_source = ?"));
        filter.from().ifPresent(day -> conditions.append(" and " + LOCAL_START + " >= ?"));
        filter.to().ifPresent(day -> conditions.append(" and " + LOCAL_START + " < ?"));
        return conditions.append(filter.late() ? " and attend_at <= ?" : "").toString();
    }

    Object[] parameters() {
        List<Object> parameters = new ArrayList<>();
        for (BookingStatus status : statuses()) {
            InboxFilter filter = listing.filter();
            parameters.add(status.code());
            after(status).ifPresent(cursor -> {
                parameters.add(cursor.attendAt());
                parameters.add(cursor.reference());
            });
            filter.location().ifPresent(parameters::add);
            filter.partner().ifPresent(parameters::add);
            filter.source().ifPresent(parameters::add);
            filter.from().ifPresent(day -> parameters.add(day.toEpochDay() * Want.DAY));
            filter.to().ifPresent(day -> parameters.add((day.toEpochDay() + 1) * Want.DAY));
            if (filter.late()) {
                parameters.add(listing.now());
            }
            parameters.add(listing.limit());
        }
        parameters.add(listing.limit());
        return parameters.toArray();
    }
}
