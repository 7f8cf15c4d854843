package io.github.carelet.servlet.form;

import io.github.carelet.servlet.http.Query;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the last page asks when, as the address says it. None of it is about a person.
 *
 * @param way by what; empty if the type of the appointment decides
 * @param from the first day of the free times; empty for today
 */
record View(Optional<Way> way, Optional<LocalDate> from) {

    /** Asks nothing any more. */
    static final View CHOSEN = new View(Optional.of(Way.CHOSEN), Optional.empty());

    /** What is asked. */
    enum Way {
        /** To pick one of the free times. */
        TIMES,
        /** To say on which parts of days one can come. */
        PREFERRED,
        /** Nothing: it has been said already. */
        CHOSEN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads it; empty if a parameter has a value that means nothing. */
    static Optional<View> strict(Query query) {
        View view = known(query);
        boolean complete = view.way.isPresent() == query.first("when").isPresent()
                && view.from.isPresent() == query.first("from").isPresent();
        return complete ? Optional.of(view) : Optional.empty();
    }

    /** Reads it; what means nothing counts as not said. */
    static View known(Query query) {
        return known(query, "when");
    }

    /** Reads it, the way by another parameter. */
    static View known(Query query, String name) {
        Optional<Way> way = query.first(name)
                .flatMap(code -> Stream.of(Way.values())
                        .filter(each -> each.code().equals(code))
                        .findFirst());
        return new View(way, SlotsQuery.day(query, "from"));
    }

    View withWay(Way other) {
        return new View(Optional.of(other), Optional.empty());
    }

    /** Returns the same, but that it asks. */
    View asking() {
        return new View(way.filter(each -> each != Way.CHOSEN), from);
    }

    View withFrom(Optional<LocalDate> day) {
        return new View(way, day);
    }

    /** Returns the parameters that say it, after others. */
    Map<String, String> after(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        way.ifPresent(each -> all.put("when", each.code()));
        from.ifPresent(day -> all.put("from", day.toString()));
        return all;
    }
}
