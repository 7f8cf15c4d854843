package io.github.carelet.servlet.form;

import io.github.carelet.booking.Alternative;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Location;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.SlotAnswer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last page asks about the time: to pick a free one, or to say on which parts of days one can come. It asks one of
 * the two and leads to the other; both only if both were sent.
 */
final class WhenQuestion {

    private static final int MOST_PLACES = 5;

    private final Visitor visitor;
    private final RequestPages.Asked asked;
    private final Entered entered;
    private final FreeTimesSearch search;
    private final Ways ways;

    WhenQuestion(Visitor visitor, RequestPages.Asked asked, Entered entered, FreeTimesSearch search, Ways ways) {
        this.visitor = visitor;
        this.asked = asked;
        this.entered = entered;
        this.search = search;
        this.ways = ways;
    }

    /** Knows the addresses of other views of the page. */
    interface Ways {

        /** Returns the way to a view of the times at a location, with a time that is picked there. */
        Turn to(String label, Location location, View view, Optional<String> slot);
    }

    /**
     * What is asked.
     *
     * @param free the free times, if one of them is to be picked
     * @param preferred whether to ask for parts of days
     * @param none whether a time was to be picked but none is free
     * @param choose the way to have the time that is picked held, if it can be
     * @param turns the way to the other question
     */
    record When(Optional<FreeTimes> free, boolean preferred, boolean none, Optional<Turn> choose, List<Turn> turns) {
        When {
            turns = List.copyOf(turns);
        }
    }

    When ask() {
        if (entered.settles()) {
            View.Way way = entered.has("slot") ? View.Way.TIMES : View.Way.PREFERRED;
            Turn another = turn("form.change", way);
            Optional<Turn> hold = Optional.of(turn("form.slots.choose", View.Way.CHOSEN))
                    .filter(any -> asked.type().mode() == Mode.SLOTS && entered.has("slot"))
                    .filter(any -> entered.heldUntil().isEmpty());
            return new When(Optional.empty(), false, false, hold, List.of(another));
        }
        boolean picks = entered.way(asked.type()) == View.Way.TIMES;
        Optional<SlotAnswer> found = search.at(asked.location(), entered.view().from());
        boolean shows = picks || entered.has("slot");
        Optional<FreeTimes> free =
                shows && (found.isPresent() || entered.kept().slot().isPresent())
                        ? Optional.of(freeTimes(found))
                        : Optional.empty();
        boolean preferred = !picks || entered.has("preferred") || free.isEmpty();
        List<Turn> turns = turns(free.isPresent(), preferred, found);
        return new When(free, preferred, picks && free.isEmpty(), Optional.empty(), turns);
    }

    private List<Turn> turns(boolean free, boolean preferred, Optional<SlotAnswer> found) {
        if (free) {
            return preferred ? List.of() : List.of(turn("form.slots.preferred", View.Way.PREFERRED));
        }
        String key = asked.type().mode() == Mode.SLOTS ? "form.slots.free" : "form.slots.exact";
        return found.isPresent() ? List.of(turn(key, View.Way.TIMES)) : List.of();
    }

    private Turn turn(String key, View.Way way) {
        return ways.to(words().text(key), asked.location(), entered.view().withWay(way), Optional.empty());
    }

    private FreeTimes freeTimes(Optional<SlotAnswer> found) {
        SlotWords here = inWords(asked.location());
        Kept kept = entered.kept();
        Optional<String> error = kept.error("slot", words());
        LocalDate today = search.availability().today(asked.location());
        boolean first = found.flatMap(answer -> answer.days().stream().findFirst())
                .map(day -> day.date().equals(today) || entered.view().from().isEmpty())
                .orElse(false);
        List<FreeTimes.Day> days =
                found.map(answer -> new FreeDays(here, kept).of(answer, first)).orElseGet(List::of);
        boolean shown = days.stream()
                .flatMap(day -> day.parts().stream())
                .flatMap(part -> part.chips().stream())
                .anyMatch(FreeTimes.Chip::checked);
        List<FreeTimes.Chip> picked = shown || error.isPresent()
                ? List.of()
                : kept.slot().map(start -> here.chip(start, here.at(start), "", kept)).stream()
                        .toList();
        return new FreeTimes(
                words().text("form.slots.zone", words().zone(asked.location().timeZone())),
                picked,
                instead(here),
                days,
                more(found, first),
                elsewhere(),
                error);
    }

    private List<FreeTimes.Chip> instead(SlotWords here) {
        return entered.alternatives().stream()
                .filter(each -> each.location().equals(asked.location().id()))
                .map(each -> here.chip(each.start(), here.at(each.start()), "", entered.kept()))
                .toList();
    }

    private List<Turn> more(Optional<SlotAnswer> found, boolean first) {
        List<Turn> more = new ArrayList<>();
        View view = entered.view().asking();
        if (!first && found.isPresent()) {
            more.add(ways.to(
                    words().text("form.slots.first"),
                    asked.location(),
                    view.withFrom(Optional.empty()),
                    Optional.empty()));
        }
        found.flatMap(SlotAnswer::next)
                .map(next -> next.start().toLocalDate())
                .map(day -> ways.to(
                        words().text("form.slots.later", words().day(day)),
                        asked.location(),
                        view.withFrom(Optional.of(day)),
                        Optional.empty()))
                .ifPresent(more::add);
        return more;
    }

    /** The earliest times at other locations, the earliest first; where a time was refused, those nearest to it. */
    private List<Turn> elsewhere() {
        List<Location> others = new Offer(visitor.catalog(), asked.choice())
                .locations().stream()
                        .filter(each -> !each.id().equals(asked.location().id()))
                        .toList();
        Stream<Alternative> times = entered.alternatives().isEmpty()
                ? others.stream().flatMap(this::earliest).sorted(Comparator.comparing(Alternative::start))
                : entered.alternatives().stream();
        Map<String, Turn> byPlace = new LinkedHashMap<>();
        times.forEach(time -> others.stream()
                .filter(each -> each.id().equals(time.location()))
                .forEach(each -> byPlace.computeIfAbsent(each.id(), id -> elsewhere(each, time.start()))));
        return byPlace.values().stream().limit(MOST_PLACES).toList();
    }

    private Stream<Alternative> earliest(Location location) {
        return search.earliest(location).stream().map(slot -> new Alternative(slot.start(), location.id()));
    }

    private Turn elsewhere(Location location, OffsetDateTime start) {
        String label = words().text(
                        "form.slots.at",
                        visitor.say(location.name()).value(),
                        inWords(location).at(start));
        View there = entered.view().asking().withFrom(Optional.of(start.toLocalDate()));
        Optional<String> slot = Optional.of(SlotWords.value(start));
        return ways.to(
                label, location, entered.alternatives().isEmpty() ? there.withFrom(Optional.empty()) : there, slot);
    }

    private SlotWords inWords(Location location) {
        return new SlotWords(words(), asked.type(), location.timeZone());
    }

    private Messages words() {
        return visitor.words();
    }
}
