package io.github.carelet.servlet.staff;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Offer;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Preference;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotDay;
import io.github.carelet.schedule.SlotFinder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the times that the front desk is likely to pick for a booking: what was asked for or is offered, then what is free.
 * Any other time can be typed.
 *
 * @param visit who asks
 * @param catalog what the clinic offers
 * @param availability knows what is free
 */
record FreeTimes(Visit visit, Catalog catalog, Availability availability) {

    private static final int DAYS_SHOWN = 7;
    private static final int MOST_DAYS_AHEAD = 366;

    /**
     * Returns what to choose from.
     *
     * @param booking for which booking
     * @param several whether more than one can be picked
     * @param typed what was picked before
     */
    TimeChoice choices(Booking booking, boolean several, Submission typed) {
        Optional<AppointmentType> type = catalog.appointmentType(booking.type());
        Optional<Location> location = catalog.location(booking.location());
        if (type.isEmpty() || location.isEmpty() || type.get().mode() == AppointmentType.Mode.PHONE) {
            return nothing(several, typed);
        }
        SlotFinder finder = SlotFinder.of(catalog, type.get(), location.get());
        Clocks clocks = new Clocks(visit.words(), location.get().timeZone());
        List<TimeChoice.Day> first = new ArrayList<>(held(booking, clocks, typed));
        booking.preferred().forEach(wish -> wished(finder, wish, clocks, typed).ifPresent(first::add));
        return choice(finder, several, first, typed, day -> turn(booking, day));
    }

    /** Returns what is free for a visit that nobody has asked for yet, in the first days from today or a later one. */
    TimeChoice open(SlotFinder finder, Submission typed, Function<LocalDate, String> turn) {
        return choice(finder, false, List.of(), typed, turn);
    }

    private TimeChoice choice(
            SlotFinder finder,
            boolean several,
            List<TimeChoice.Day> first,
            Submission typed,
            Function<LocalDate, String> turn) {
        LocalDate today = availability.today(finder.location());
        LocalDate from = from(today);
        List<TimeChoice.Day> more = finder.never().isPresent() ? List.of() : free(finder, from, first, typed);
        return new TimeChoice(
                several,
                first,
                more,
                earlier(from, today, turn),
                later(from, today, turn),
                typed.first("day").orElse(""),
                typed.first("time").orElse(""),
                more.isEmpty() ? Optional.of(visit.text("staff.times.none")) : Optional.empty(),
                visit.words().zone(finder.location().timeZone()));
    }

    private List<TimeChoice.Day> free(
            SlotFinder finder, LocalDate from, List<TimeChoice.Day> listed, Submission typed) {
        Clocks clocks = new Clocks(visit.words(), finder.location().timeZone());
        return availability.find(finder, from, from.plusDays(DAYS_SHOWN - 1)).days().stream()
                .map(day -> new TimeChoice.Day(visit.words().day(day.date()), chips(day.slots(), clocks, typed)))
                .map(day -> without(listed, day))
                .filter(day -> !day.chips().isEmpty())
                .toList();
    }

    /** Returns what is left of a day without the times that are listed already. */
    private static TimeChoice.Day without(List<TimeChoice.Day> listed, TimeChoice.Day day) {
        List<String> values = listed.stream()
                .flatMap(each -> each.chips().stream())
                .map(TimeChoice.Chip::value)
                .toList();
        return new TimeChoice.Day(
                day.name(),
                day.chips().stream()
                        .filter(chip -> !values.contains(chip.value()))
                        .toList());
    }

    private TimeChoice nothing(boolean several, Submission typed) {
        return new TimeChoice(
                several,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                typed.first("day").orElse(""),
                typed.first("time").orElse(""),
                Optional.of(visit.text("staff.times.never")),
                "");
    }

    /** Returns the times that the booking has already: the one that it asks for, or those that it is offered. */
    private List<TimeChoice.Day> held(Booking booking, Clocks clocks, Submission typed) {
        List<OffsetDateTime> offers =
                booking.offers().stream().map(Offer::start).toList();
        List<TimeChoice.Day> days = new ArrayList<>();
        if (!offers.isEmpty()) {
            days.add(new TimeChoice.Day(visit.text("staff.times.offered"), dated(offers, clocks, typed)));
        }
        if (booking.start().isPresent() && booking.seat().isPresent()) {
            List<OffsetDateTime> start = List.of(booking.start().get());
            days.add(new TimeChoice.Day(visit.text("staff.times.asked"), dated(start, clocks, typed)));
        }
        return days;
    }

    private Optional<TimeChoice.Day> wished(SlotFinder finder, Preference wish, Clocks clocks, Submission typed) {
        SlotDay day = availability.find(finder, wish.date(), wish.date()).days().get(0);
        List<Slot> slots = day.slots().stream()
                .filter(slot -> wish.part().contains(slot.start().toLocalTime()))
                .toList();
        String name = Wishes.in(visit.words(), wish);
        return slots.isEmpty()
                ? Optional.of(new TimeChoice.Day(visit.text("staff.times.full", name), List.of()))
                : Optional.of(new TimeChoice.Day(visit.text("staff.times.wished", name), chips(slots, clocks, typed)));
    }

    private List<TimeChoice.Chip> chips(List<Slot> slots, Clocks clocks, Submission typed) {
        return slots.stream()
                .map(slot -> chip(slot.start(), clocks.time(slot.start()), clocks, typed))
                .toList();
    }

    private List<TimeChoice.Chip> dated(List<OffsetDateTime> starts, Clocks clocks, Submission typed) {
        return starts.stream()
                .map(start -> chip(start, clocks.at(start), clocks, typed))
                .toList();
    }

    private static TimeChoice.Chip chip(OffsetDateTime start, String label, Clocks clocks, Submission typed) {
        String value = ISO_OFFSET_DATE_TIME.format(start);
        return new TimeChoice.Chip(
                value, label, clocks.at(start), typed.all("start").contains(value));
    }

    private static Optional<String> earlier(LocalDate from, LocalDate today, Function<LocalDate, String> turn) {
        return Optional.of(from).filter(day -> day.isAfter(today)).map(day -> turn.apply(day.minusDays(DAYS_SHOWN)));
    }

    private static Optional<String> later(LocalDate from, LocalDate today, Function<LocalDate, String> turn) {
        return Optional.of(from.plusDays(DAYS_SHOWN))
                .filter(day -> isShown(day, today))
                .map(turn);
    }

    private static boolean isShown(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusDays(MOST_DAYS_AHEAD));
    }

    private LocalDate from(LocalDate today) {
        return visit.exchange()
                .query()
                .first("from")
                .flatMap(FreeTimes::day)
                .filter(day -> isShown(day, today))
                .orElse(today);
    }

    private String turn(Booking booking, LocalDate from) {
        return visit.href("bookings/" + booking.reference(), Map.of("from", from.toString())) + "#times";
    }

    /** Returns the day that a text says; empty if it says none. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
