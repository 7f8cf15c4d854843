package io.github.carelet.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** The least that a search can do: a bit for each half hour of a day and practitioner, all that are set put in a list. */
final class SlotsLimit {

    private static final int HALF_HOURS = 48;

    private final long[] free = new long[SlotsCase.PRACTITIONERS * SlotsCase.DAYS];
    private final byte[][] days = new byte[SlotsCase.DAYS][];

    SlotsLimit(SlotsCase sample) {
        for (int day = 0; day < SlotsCase.DAYS; day++) {
            LocalDate date = SlotsCase.FIRST.plusDays(day);
            days[day] = ascii(date.toString());
            for (int who = 0; who < SlotsCase.PRACTITIONERS; who++) {
                free[index(who, day)] = SlotsCase.isWeekday(day) ? SlotsCase.OPEN : 0;
            }
        }
        sample.taken().forEach(each -> free[index(each.practitioner(), each.day())] &= ~(1L << each.halfHour()));
    }

    /** Returns each free half hour of each practitioner, as a number of its own. */
    int[] list() {
        int[] list = new int[free.length * HALF_HOURS / 2];
        int size = 0;
        for (int i = 0; i < free.length; i++) {
            for (long bits = free[i]; bits != 0; bits &= bits - 1) {
                list[size++] = i * HALF_HOURS + Long.numberOfTrailingZeros(bits);
            }
        }
        return Arrays.copyOf(list, size);
    }

    /** Returns how many practitioners are free, for each half hour of each day. */
    int[] count() {
        int[] counts = new int[SlotsCase.DAYS * HALF_HOURS];
        for (int who = 0; who < SlotsCase.PRACTITIONERS; who++) {
            for (int day = 0; day < SlotsCase.DAYS; day++) {
                for (long bits = free[index(who, day)]; bits != 0; bits &= bits - 1) {
                    counts[day * HALF_HOURS + Long.numberOfTrailingZeros(bits)]++;
                }
            }
        }
        return counts;
    }

    /** Returns the same bytes as Carelet, by copying all that does not change. */
    byte[] json() {
        int[] counts = count();
        byte[] slot = ascii("{\"start\":\"2026-11-09T08:00:00+01:00\",\"end\":\"2026-11-09T08:30:00+01:00\",\"left\":");
        byte[] out = new byte[64 * 1024];
        int size = put(out, 0, ascii("{\"timeZone\":\"Europe/Berlin\",\"days\":["));
        for (int day = 0; day < SlotsCase.DAYS; day++) {
            size = put(out, size, ascii(day > 0 ? ",{\"date\":\"" : "{\"date\":\""));
            size = put(out, size, days[day]);
            size = put(out, size, ascii("\",\"slots\":["));
            System.arraycopy(days[day], 0, slot, 10, 10);
            System.arraycopy(days[day], 0, slot, 44, 10);
            boolean any = false;
            for (int half = 0; half < HALF_HOURS; half++) {
                int left = counts[day * HALF_HOURS + half];
                if (left > 0) {
                    if (any) {
                        out[size++] = ',';
                    }
                    any = true;
                    clock(slot, 21, half);
                    clock(slot, 55, half + 1);
                    size = put(out, size, slot);
                    if (left > 9) {
                        out[size++] = '1';
                    }
                    out[size++] = (byte) ('0' + left % 10);
                    out[size++] = '}';
                }
            }
            size = put(out, size, ascii(any ? "]}" : "],\"reason\":\"closed\"}"));
        }
        size = put(out, size, ascii("],\"next\":null}"));
        return Arrays.copyOf(out, size);
    }

    private static void clock(byte[] slot, int at, int halfHour) {
        slot[at] = (byte) ('0' + halfHour / 20);
        slot[at + 1] = (byte) ('0' + halfHour / 2 % 10);
        slot[at + 3] = (byte) (halfHour % 2 == 0 ? '0' : '3');
    }

    private static int put(byte[] out, int at, byte[] more) {
        System.arraycopy(more, 0, out, at, more.length);
        return at + more.length;
    }

    private static int index(int who, int day) {
        return who * SlotsCase.DAYS + day;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
