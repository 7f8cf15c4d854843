package io.github.carelet.servlet.form;

import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotDay;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes free times as JSON: <code>{timeZone, days: [{date, slots: [{start, end, left}], reason?}], next}</code>, times in the
 * form {@code 2026-12-01T08:00:00-08:00} (RFC 3339). Straight into bytes: a clinic's answer has thousands of times, and all
 * of them are digits. Used once, by one thread.
 */
public final class SlotsJson {

    private static final byte[] START = ascii("{\"start\":\"");
    private static final byte[] END = ascii("\",\"end\":\"");
    private static final byte[] LEFT = ascii("\",\"left\":");
    private static final int DAY = 86_400;
    private static final int ROUGHLY_A_SLOT = 84;
    private static final int ROUGHLY_A_DAY = 64;

    private byte[] bytes;
    private int size;
    private long day = Long.MIN_VALUE;
    private byte[] dayText = {};
    private int offset = Integer.MIN_VALUE;
    private byte[] offsetText = {};

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
            json.add(ascii(i > 0 ? "," : ""));
            json.day(answer.days().get(i));
        }
        json.add(ascii("],\"next\":"
                + answer.next().map(Slot::start).map(SlotsJson::quoted).orElse("null") + "}"));
        return Arrays.copyOf(json.bytes, json.size);
    }

    private static String quoted(OffsetDateTime start) {
        return '"' + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start) + '"';
    }

    private void day(SlotDay slots) {
        add(ascii("{\"date\":\"" + slots.date() + "\",\"slots\":["));
        for (int i = 0; i < slots.size(); i++) {
            if (i > 0) {
                add((byte) ',');
            }
            slot(slots, i);
        }
        add(ascii(slots.reason()
                .map(Refusal::code)
                .map(code -> "],\"reason\":\"" + code + "\"}")
                .orElse("]}")));
    }

    private void slot(SlotDay slots, int index) {
        add(START);
        time(slots, slots.start(index));
        add(END);
        time(slots, slots.end(index));
        add(LEFT);
        number(slots.left(index));
        add((byte) '}');
    }

    private void time(SlotDay slots, long second) {
        int at = slots.offsetAt(second);
        long local = second + at;
        long localDay = Math.floorDiv(local, DAY);
        if (localDay != day) {
            day = localDay;
            dayText = ascii(LocalDate.ofEpochDay(localDay) + "T");
        }
        if (at != offset) {
            offset = at;
            offsetText = ascii(ZoneOffset.ofTotalSeconds(at).getId());
        }
        add(dayText);
        int ofDay = (int) (local - localDay * DAY);
        clock(ofDay);
        add(offsetText);
    }

    private void clock(int second) {
        ensure(8);
        digits(second / 3600);
        bytes[size++] = ':';
        digits(second / 60 % 60);
        bytes[size++] = ':';
        digits(second % 60);
    }

    private void digits(int twoDigits) {
        bytes[size++] = (byte) ('0' + twoDigits / 10);
        bytes[size++] = (byte) ('0' + twoDigits % 10);
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
}
