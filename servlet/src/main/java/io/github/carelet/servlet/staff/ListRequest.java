package io.github.carelet.servlet.staff;

import io.github.carelet.Carelet;
import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.InboxCursor;
import io.github.carelet.booking.InboxFilter;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Source;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be listed, as the address says it. None of it is about a person; what means nothing counts as not said.
 *
 * @param tab which states
 * @param location at which location
 * @param partner through which partner
 * @param source from which page of a partner, or which campaign
 * @param day on which day
 * @param late whether only what is late
 * @param after where the page before ended
 */
record ListRequest(
        Tab tab,
        Optional<String> location,
        Optional<String> partner,
        Optional<String> source,
        Optional<LocalDate> day,
        boolean late,
        Optional<InboxCursor> after) {

    /** What can be looked at together. */
    enum Tab {
        /** What the clinic has to answer. */
        NEW(BookingStatus.REQUESTED),
        /** What the patient has to answer. */
        OFFERED(BookingStatus.PROPOSED),
        /** Who waits for a time. */
        WAITING(BookingStatus.WAITLISTED),
        /** What takes place. */
        VISITS(BookingStatus.CONFIRMED, BookingStatus.ARRIVED),
        /** What a machine sent, probably. */
        SUSPECT(BookingStatus.SUSPECT),
        /** What is over. */
        CLOSED(
                BookingStatus.COMPLETED,
                BookingStatus.NO_SHOW,
                BookingStatus.DECLINED,
                BookingStatus.CANCELLED,
                BookingStatus.EXPIRED);

        private final Set<BookingStatus> statuses;

        Tab(BookingStatus first, BookingStatus... others) {
            statuses = Set.copyOf(EnumSet.of(first, others));
        }

        Set<BookingStatus> statuses() {
            return statuses;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Tab of(String code) {
            for (Tab each : values()) {
                if (each.code().equals(code)) {
                    return each;
                }
            }
            return NEW;
        }
    }

    static ListRequest of(Query query, Carelet carelet) {
        return new ListRequest(
                Tab.of(query.first("state").orElse("")),
                query.first("location")
                        .filter(id ->
                                carelet.publication().catalog().location(id).isPresent()),
                query.first("partner").filter(id -> carelet.partner(id).isPresent()),
                Source.of(query),
                query.first("day").flatMap(FreeTimes::day),
                query.first("late").isPresent(),
                query.first("after").flatMap(InboxCursor::parse));
    }

    /** Returns which bookings that are. */
    InboxFilter filter() {
        return new InboxFilter(tab.statuses(), location, partner, source, day, day, late && tab == Tab.NEW);
    }

    ListRequest withTab(Tab other) {
        return new ListRequest(other, location, partner, source, day, false, Optional.empty());
    }

    ListRequest withAfter(Optional<InboxCursor> cursor) {
        return new ListRequest(tab, location, partner, source, day, late, cursor);
    }

    /** Returns the address that says it. */
    String href(Visit visit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (tab != Tab.NEW) {
            parameters.put("state", tab.code());
        }
        location.ifPresent(id -> parameters.put("location", id));
        partner.ifPresent(id -> parameters.put("partner", id));
        source.ifPresent(slug -> parameters.put(Source.PARAMETER, slug));
        day.ifPresent(each -> parameters.put("day", each.toString()));
        if (late) {
            parameters.put("late", "yes");
        }
        after.ifPresent(cursor -> parameters.put("after", cursor.toString()));
        return visit.href("", parameters);
    }
}
