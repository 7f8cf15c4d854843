package io.github.carelet.calendar;

import io.github.carelet.calendar.CalendarState.Status;
import io.github.carelet.calendar.KeptBusyTimes.Kept;
import io.github.carelet.egress.Fetched;
import io.github.carelet.egress.Validators;
import io.github.carelet.schedule.Stretch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A practitioner's calendar as it was read last. One thread looks for a newer one; any may ask what is taken.
 */
final class WatchedCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCalendar.class);

    /** Further than anybody books ahead; what comes later counts as taken. */
    private static final Duration AHEAD = Duration.ofDays(800);

    private static final Duration BEHIND = Duration.ofDays(7);

    /** A calendar that does not change must be read anew, since the time that is known moves on. */
    private static final Duration READ_ANEW_AFTER = Duration.ofDays(1);

    private final PractitionerCalendar calendar;
    private final Optional<KeptBusyTimes> kept;
    private volatile Optional<Kept> last = Optional.empty();
    private volatile boolean failed = true;
    private volatile int problems;
    private Validators validators = Validators.NONE;
    private Optional<Basis> basis = Optional.empty();
    private String logged = "";

    /** What a reading holds for. */
    private record Basis(Instant at, ZoneId zone) {}

    WatchedCalendar(PractitionerCalendar calendar, Optional<KeptBusyTimes> kept) {
        this.calendar = calendar;
        this.kept = kept;
        this.last = kept.flatMap(this::resumed);
    }

    String practitioner() {
        return calendar.practitioner();
    }

    /** Returns what is taken in a time: all of it, if the calendar was never read. */
    List<Stretch> taken(Stretch time) {
        return last.map(each -> each.busy().during(time)).orElse(List.of(time));
    }

    CalendarState state() {
        Optional<Kept> now = last;
        Status known = failed ? Status.STALE : Status.OK;
        return new CalendarState(practitioner(), now.isEmpty() ? Status.UNREAD : known, now.map(Kept::at), problems);
    }

    /** Looks for a newer version. What can't be read changes nothing but the state. */
    void refresh(CalendarFetch fetch, ZoneId zone, Instant now) {
        Optional<Basis> holds = basis.filter(
                each -> each.zone().equals(zone) && now.isBefore(each.at().plus(READ_ANEW_AFTER)));
        Fetched fetched = fetch.fetch(calendar, holds.isPresent() ? validators : Validators.NONE);
        if (fetched instanceof Fetched.Body body) {
            read(body, new Basis(now, zone));
        } else if (fetched instanceof Fetched.Failed failure) {
            fail(failure.reason());
        } else {
            last = last.map(each -> new Kept(each.busy(), now));
            succeed();
        }
    }

    private void read(Fetched.Body body, Basis as) {
        try {
            Stretch window = new Stretch(as.at().minus(BEHIND), as.at().plus(AHEAD));
            BusyReader.Reading reading = BusyReader.read(body.bytes(), as.zone(), window, CalendarLimits.STANDARD);
            Kept now = new Kept(reading.busy(), as.at());
            last = Optional.of(now);
            problems = reading.problems();
            validators = body.validators();
            basis = Optional.of(as);
            kept.ifPresent(folder -> keep(folder, now));
            succeed();
            report(reading);
        } catch (UnreadableCalendarException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void report(BusyReader.Reading reading) {
        String found = String.join("\n", reading.first());
        if (reading.problems() > 0 && !found.equals(logged)) {
            LOG.warn(
                    "The calendar of '{}' is read, but for {} entries:\n{}", practitioner(), reading.problems(), found);
        }
        logged = found;
    }

    private void succeed() {
        if (failed) {
            LOG.info("The calendar of '{}' is read", practitioner());
        }
        failed = false;
    }

    /** The same failure is logged once, until a look succeeds. */
    private void fail(String reason) {
        failed = true;
        if (!reason.equals(logged)) {
            String meanwhile = last.map(each -> "what was read at " + each.at() + " holds")
                    .orElse("no time of theirs is offered until it is");
            LOG.warn("The calendar of '{}' can't be read: {}; {}", practitioner(), reason, meanwhile);
            logged = reason;
        }
    }

    private Optional<Kept> resumed(KeptBusyTimes folder) {
        try {
            return folder.read(calendar);
        } catch (IOException e) {
            LOG.warn("What was kept of the calendar of '{}' can't be read", practitioner(), e);
            return Optional.empty();
        }
    }

    /** Not being able to keep a reading is no reason not to use it. */
    private void keep(KeptBusyTimes folder, Kept now) {
        try {
            folder.keep(calendar, now);
        } catch (IOException e) {
            LOG.warn("The calendar of '{}' can't be kept for a start without it", practitioner(), e);
        }
    }
}
