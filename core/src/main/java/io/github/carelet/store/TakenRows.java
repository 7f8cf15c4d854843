package io.github.carelet.store;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.booking.TakenTimes.Question;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What bookings take, in one statement: a row for each seat, and one without resource for each visit that counts for its
 * day.
 *
 * @param question what is asked
 */
record TakenRows(Question question) {

    private static final String TAKING = Stream.of(BookingStatus.values())
            .filter(BookingStatus::takes)
            .map(status -> "'" + status.code() + "'")
            .collect(Collectors.joining(", ", "status in (", ")"));

    private static final String SEATS = """
            select resource, taken_from, taken_until from %s
            where resource in (%s) and taken_from >= ? and taken_from < ? and taken_until > ? and %s <> ? and %s\s""";

    private static final String VISITS = """
            union all select null, start_at, start_at from %s
            where type = ? and location = ? and start_at >= ? and start_at < ? and id <> ? and %s\s""";

    private static final String HELD = "expires_at > ?";

    private static final String OFFERED =
            "exists (select 1 from carelet_booking b where b.id = booking_id and b.due_at > ?)";

    private static final String OFFERED_VISITS = """
            union all select null, o.start_at, o.start_at from carelet_offer o join carelet_booking b on b.id = o.booking_id
            where b.type = ? and b.location = ? and o.start_at >= ? and o.start_at < ? and b.id <> ? and b.due_at > ?
            """;

    String sql() {
        String seats = seats("carelet_booking", "id", TAKING)
                + " union all " + seats("carelet_hold", "id", HELD)
                + " union all " + seats("carelet_offer", "booking_id", OFFERED);
        return question.counted().isPresent()
                ? seats + visits("carelet_booking", TAKING) + visits("carelet_hold", HELD) + OFFERED_VISITS
                : seats;
    }

    private String seats(String table, String id, String counts) {
        String resources =
                String.join(", ", Collections.nCopies(question.resources().size(), "?"));
        return String.format(Locale.ROOT, SEATS, table, resources, id, counts);
    }

    private static String visits(String table, String counts) {
        return String.format(Locale.ROOT, VISITS, table, counts);
    }

    Object[] parameters() {
        List<Object> parameters = new ArrayList<>();
        addSeats(parameters);
        addSeats(parameters).add(question.now());
        addSeats(parameters).add(question.now());
        question.counted().ifPresent(type -> {
            addVisits(parameters, type);
            addVisits(parameters, type).add(question.now());
            addVisits(parameters, type).add(question.now());
        });
        return parameters.toArray();
    }

    private List<Object> addSeats(List<Object> parameters) {
        question.resources().forEach(resource -> parameters.add(resource.key()));
        parameters.add(question.time().from().minus(Places.LONGEST));
        parameters.add(question.time().until());
        parameters.add(question.time().from());
        parameters.add(leftOut());
        return parameters;
    }

    private List<Object> addVisits(List<Object> parameters, String type) {
        parameters.add(type);
        parameters.add(question.location());
        parameters.add(question.time().from());
        parameters.add(question.time().until());
        parameters.add(leftOut());
        return parameters;
    }

    /** No booking has an empty id. */
    private String leftOut() {
        return question.leftOut().orElse("");
    }

    /** Adds what a row says. */
    Occupancy.Builder add(Row row, Occupancy.Builder taken) throws SQLException {
        Optional<String> resource = row.optionalText("resource");
        if (resource.isPresent()) {
            return taken.take(new Resource(resource.get()), row.instant("taken_from"), row.instant("taken_until"));
        }
        return taken.count(question.counted().orElseThrow(), question.location(), row.instant("taken_from"));
    }
}
