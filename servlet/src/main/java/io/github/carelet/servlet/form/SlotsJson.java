package io.github.carelet.servlet.form;

import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotDay;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Writes free times as JSON: <code>{timeZone, days: [{date, slots: [{start, end, left}], reason?}], next}</code>, times in the
 * form {@code 2026-12-01T08:00:00-08:00} (RFC 3339). Straight into bytes: a clinic's answer has thousands of times, and all
 * of them are digits. Used once, by one thread.
 */
public final class SlotsJson {

    private static final byte[] DATE = ascii("{\"date\":\"");
    private static final byte[] SLOTS = ascii("\",\"slots\":[");
    private static final byte[] END_OF_DAY = ascii("]}");
    private static final int DAY = 86_400;
    private static final int ROUGHLY_A_SLOT = 84;
    private static final int ROUGHLY_A_DAY = 64;

    private byte[] bytes;
    private int size;

    private SlotText slot = SlotText.of(0, 0);
    private LocalDate date = LocalDate.EPOCH;
    private byte[] dateText = ascii(date.toString());

    private SlotsJson(int capacity) {
        bytes = new byte[capacity];
    }

    /** Returns the JSON of an answer, UTF-8. */
    public static byte[] write(SlotAnswer answer) {
        int slots = answer.days().stream().mapToInt(SlotDay::size).sum();
        SlotsJson json = new SlotsJson(
                ROUGHLY_A_SLOT * (slots + 2) + ROUGHLY_A_DAY * answer.days().size());
        json.add(ascii("{\"timeZone\":\"" + answer.timeZone().getId() + "\",\"days\":["));
        for (int i = 0; i < answer.days().size(); i++) {
            if (i > 0) {
                json.add((byte) ',');
            }
            json.day(answer.days().get(i));
        }
        json.add(ascii("],\"next\":"
                + answer.next().map(Slot::start).map(SlotsJson::quoted).orElse("null") + "}"));
        return Arrays.copyOf(json.bytes, json.size);
    }

    private static String quoted(OffsetDateTime start) {
        return '"' + SlotWords.value(start) + '"';
    }

    private void day(SlotDay slots) {
        add(DATE);
        add(text(slots.date()));
        add(SLOTS);
        for (int i = 0; i < slots.size(); i++) {
            if (i > 0) {
                add((byte) ',');
            }
            slot(slots, i);
        }
        add(slots.reason()
                .map(Refusal::code)
                .map(code -> ascii("],\"reason\":\"" + code + "\"}"))
                .orElse(END_OF_DAY));
    }

    private void slot(SlotDay slots, int index) {
        int startOffset = slots.offsetAt(slots.start(index));
        int endOffset = slots.offsetAt(slots.end(index));
        long start = slots.start(index) + startOffset;
        long end = slots.end(index) + endOffset;
        if (!slot.has(startOffset, endOffset)) {
            slot = SlotText.of(startOffset, endOffset);
        }
        if (!slot.fits(start, end)) {
            LocalDate startDay = LocalDate.ofEpochDay(Math.floorDiv(start, DAY));
            LocalDate endDay = LocalDate.ofEpochDay(Math.floorDiv(end, DAY));
            slot.move(startDay, text(startDay), endDay, text(endDay));
        }
        int begin = size;
        add(slot.text);
        clock(begin + SlotText.START + SlotText.CLOCK, (int) (start - slot.startMidnight));
        clock(begin + slot.end + SlotText.CLOCK, (int) (end - slot.endMidnight));
        number(slots.left(index));
        add((byte) '}');
    }

    private byte[] text(LocalDate day) {
        if (!day.equals(date)) {
            date = day;
            dateText = ascii(day.toString());
        }
        return dateText;
    }

    private void clock(int at, int second) {
        digits(at, second / 3600);
        digits(at + 3, second / 60 % 60);
        digits(at + 6, second % 60);
    }

    private void digits(int at, int twoDigits) {
        bytes[at] = (byte) ('0' + twoDigits / 10);
        bytes[at + 1] = (byte) ('0' + twoDigits % 10);
    }

    private void number(int number) {
        if (number < 10) {
            add((byte) ('0' + number));
        } else {
            add(ascii(Integer.toString(number)));
        }
    }

    private void add(byte one) {
        ensure(1);
        bytes[size++] = one;
    }

    private void add(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the slots of a day have in common: all but the times of day and how many are left, which are put over it. */
    private static final class SlotText {

        /** Where the date of the start is. */
        static final int START = "{'start':'".length();
        /** Where the time of day is, from there. */
        static final int CLOCK = "1970-01-01T".length();

        private final int startOffset;
        private final int endOffset;
        private final int end;
        private final byte[] text;
        private long startMidnight = Long.MIN_VALUE;
        private long endMidnight = Long.MIN_VALUE;

        private SlotText(int startOffset, int endOffset, String start, String end) {
            this.startOffset = startOffset;
            this.endOffset = endOffset;
            this.end = start.length();
            this.text = ascii(start + end);
        }

        static SlotText of(int startOffset, int endOffset) {
            return new SlotText(
                    startOffset,
                    endOffset,
                    "{\"start\":\"1970-01-01T00:00:00" + ZoneOffset.ofTotalSeconds(startOffset) + "\",\"end\":\"",
                    "1970-01-01T00:00:00" + ZoneOffset.ofTotalSeconds(endOffset) + "\",\"left\":");
        }

        boolean has(int offsetOfStart, int offsetOfEnd) {
            return startOffset == offsetOfStart && endOffset == offsetOfEnd;
        }

        /** Returns whether two wall-clock times, in seconds since 1970, are on the days that the text names. */
        boolean fits(long startTime, long endTime) {
            return startTime >= startMidnight
                    && startTime < startMidnight + DAY
                    && endTime >= endMidnight
                    && endTime < endMidnight + DAY;
        }

        void move(LocalDate startDay, byte[] startText, LocalDate endDay, byte[] endText) {
            startMidnight = startDay.toEpochDay() * DAY;
            endMidnight = endDay.toEpochDay() * DAY;
            System.arraycopy(startText, 0, text, START, startText.length);
            System.arraycopy(endText, 0, text, end, endText.length);
        }
    }
}
