package io.github.carelet.servlet.form;

import io.github.carelet.booking.FieldError;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.servlet.http.Query;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What {@code api/slots} is asked.
 *
 * @param finder finds times for the type and the location
 * @param from the first day
 * @param to the last day, included
 */
record SlotsQuery(SlotFinder finder, LocalDate from, LocalDate to) {

    static final int MOST_DAYS = 92;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DAYS_AHEAD = 13;

    /** What came of reading the parameters. */
    sealed interface Reading {

        /** It can be answered. */
        record Understood(SlotsQuery query) implements Reading {}

        /** It can't. */
        record Refused(Failure failure) implements Reading {}
    }

    /**
     * Reads the parameters of a URL. A location that goes without saying need not be said.
     *
     * @param today which day it is at a location
     */
    static Reading read(Query query, Catalog catalog, Function<Location, LocalDate> today) {
        List<FieldError> malformed = malformed(query);
        if (!malformed.isEmpty()) {
            return malformed(malformed.toArray(FieldError[]::new));
        }
        Optional<AppointmentType> type = query.first("type").flatMap(catalog::appointmentType);
        if (type.isEmpty()) {
            return unknown("type", query);
        }
        Optional<Location> location =
                query.first("location").or(() -> only(type.get().locations())).flatMap(catalog::location);
        if (location.isEmpty()) {
            return unknown("location", query);
        }
        SlotFinder finder = SlotFinder.of(catalog, type.get(), location.get());
        return finder.never()
                .map(SlotsQuery::refused)
                .orElseGet(() -> ofDays(finder, query, today.apply(location.get())));
    }

    private static Reading ofDays(SlotFinder finder, Query query, LocalDate today) {
        LocalDate from = day(query, "from").orElse(today);
        LocalDate to = day(query, "to").orElse(from.plusDays(DAYS_AHEAD));
        if (to.isBefore(from)) {
            return malformed(FieldError.of("to", "invalid"));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            return malformed(new FieldError("to", "too_many", List.of(Integer.toString(MOST_DAYS))));
        }
        return new Reading.Understood(new SlotsQuery(finder, from, to));
    }

    private static List<FieldError> malformed(Query query) {
        List<FieldError> malformed = new ArrayList<>();
        for (String name : List.of("type", "location", "from", "to")) {
            boolean repeated = query.parameters().getOrDefault(name, List.of()).size() > 1;
            boolean isDay = name.equals("from") || name.equals("to");
            if (repeated
                    || isDay
                            && query.first(name).isPresent()
                            && day(query, name).isEmpty()) {
                malformed.add(FieldError.of(name, "invalid"));
            }
        }
        return malformed;
    }

    /** Returns the day that a parameter names; empty if it names none. */
    static Optional<LocalDate> day(Query query, String name) {
        return query.first(name).filter(text -> DAY.matcher(text).matches()).flatMap(SlotsQuery::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as February 30
        }
    }

    private static Optional<String> only(List<String> ids) {
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private static Reading refused(Refusal refusal) {
        return refused(refusal.code(), refusal.code(), refusal == Refusal.PHONE_ONLY ? "type" : "location");
    }

    private static Reading refused(String code, String error, String field) {
        return new Reading.Refused(new Failure(422, code, List.of(FieldError.of(field, error)), true));
    }

    private static Reading unknown(String field, Query query) {
        return query.first(field).isEmpty()
                ? malformed(FieldError.of(field, "required"))
                : refused("invalid", "unknown", field);
    }

    private static Reading malformed(FieldError... errors) {
        return new Reading.Refused(new Failure(400, "parameter", List.of(errors), true));
    }
}
