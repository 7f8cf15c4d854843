package io.github.carelet.servlet.form;

import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts days and their free times on a page. Only the first day is unfolded, and the one with the time that was picked. */
record FreeDays(SlotWords inWords, Kept kept) {

    private static final int FEW = 8;

    /**
     * Returns the days.
     *
     * @param earliest whether the first of the times is the earliest of all
     */
    List<FreeTimes.Day> of(SlotAnswer answer, boolean earliest) {
        List<FreeTimes.Day> days = new ArrayList<>();
        List<SlotDay> empty = new ArrayList<>();
        boolean first = true;
        for (SlotDay day : answer.days()) {
            if (!empty.isEmpty() && !empty.get(0).reason().equals(day.reason())) {
                days.add(without(empty));
                empty.clear();
            }
            if (day.size() > 0) {
                days.add(with(day, first, first && earliest));
                first = false;
            } else if (!day.reason().equals(Optional.of(Refusal.TOO_FAR))) {
                empty.add(day);
            }
        }
        if (!empty.isEmpty()) {
            days.add(without(empty));
        }
        return days;
    }

    private FreeTimes.Day with(SlotDay day, boolean first, boolean earliest) {
        List<FreeTimes.Chip> chips = new ArrayList<>();
        for (Slot slot : day.slots()) {
            String mark = earliest && chips.isEmpty() ? words().text("form.slots.earliest") : "";
            chips.add(inWords.chip(slot.start(), inWords.time(slot.start()), mark, kept));
        }
        boolean open = first || chips.stream().anyMatch(FreeTimes.Chip::checked);
        return new FreeTimes.Day(
                words().day(day.date()), words().count("form.slots.count", day.size()), open, parts(day, chips));
    }

    private List<FreeTimes.Part> parts(SlotDay day, List<FreeTimes.Chip> chips) {
        return chips.size() <= FEW
                ? List.of(new FreeTimes.Part("", chips))
                : Stream.of(DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING)
                        .map(part -> part(part, day, chips))
                        .filter(part -> !part.chips().isEmpty())
                        .toList();
    }

    private FreeTimes.Part part(DayPart part, SlotDay day, List<FreeTimes.Chip> chips) {
        List<FreeTimes.Chip> within = new ArrayList<>();
        for (int i = 0; i < day.size(); i++) {
            LocalTime time = day.slots().get(i).start().toLocalTime();
            if (part.contains(time)) {
                within.add(chips.get(i));
            }
        }
        return new FreeTimes.Part(words().text("form.part." + part.name().toLowerCase(Locale.ROOT)), within);
    }

    private FreeTimes.Day without(List<SlotDay> days) {
        LocalDate first = days.get(0).date();
        LocalDate last = days.get(days.size() - 1).date();
        String name = first.equals(last)
                ? words().day(first)
                : words().text("form.slots.days", words().day(first), words().day(last));
        String reason = days.get(0).reason().orElse(Refusal.CLOSED).code();
        return new FreeTimes.Day(name, words().text("form.slots.none." + reason), false, List.of());
    }

    private Messages words() {
        return inWords.words();
    }
}
