package io.github.carelet.servlet.form;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotFinder;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches free times of a type for a page: as many days as one looks at without scrolling for long. */
record FreeTimesSearch(Availability availability, Catalog catalog, AppointmentType type) {

    private static final Logger LOG = LoggerFactory.getLogger(FreeTimesSearch.class);
    private static final int DAYS = 14;

    /**
     * Returns two weeks in which there is a free time: from a day on, or, if there is none, from the first later day that has
     * one, else from today. Empty if nothing is free at all, or nobody can say so now.
     */
    Optional<SlotAnswer> at(Location location, Optional<LocalDate> from) {
        SlotFinder finder = SlotFinder.of(catalog, type, location);
        if (finder.never().isPresent()) {
            return Optional.empty();
        }
        LocalDate today = availability.today(location);
        try {
            return from.filter(today::isBefore)
                    .flatMap(day -> from(finder, day))
                    .or(() -> from(finder, today));
        } catch (StoreUnavailableException e) {
            LOG.warn("The store can't be asked for free times: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the earliest free time; empty if there is none, or nobody can say so now. */
    Optional<Slot> earliest(Location location) {
        return at(location, Optional.empty())
                .flatMap(answer -> answer.days().stream()
                        .flatMap(day -> day.slots().stream())
                        .findFirst());
    }

    private Optional<SlotAnswer> from(SlotFinder finder, LocalDate day) {
        SlotAnswer answer = availability.find(finder, day, day.plusDays(DAYS - 1));
        return answer.days().stream().anyMatch(each -> each.size() > 0)
                ? Optional.of(answer)
                : answer.next()
                        .map(next -> next.start().toLocalDate())
                        .map(first -> availability.find(finder, first, first.plusDays(DAYS - 1)));
    }
}
