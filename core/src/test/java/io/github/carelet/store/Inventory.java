package io.github.carelet.store;

import io.github.carelet.store.RushProcess.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a store after a rush, read from its rows and not from what guards them.
 *
 * @param bookings how many have which id
 * @param messages which message tells of which booking
 * @param slots how many bookings have which start
 */
record Inventory(Map<String, Integer> bookings, Map<String, String> messages, Map<Long, Integer> slots) {

    private record Line(String id, long start) {}

    private record Told(String subject, String id) {}

    static Inventory of(SqlStorage storage) {
        Map<String, Integer> bookings = new HashMap<>();
        Map<String, String> messages = new HashMap<>();
        Map<Long, Integer> slots = new HashMap<>();
        List<Line> lines = storage.database()
                .read(sql -> sql.rows(
                        "select id, start_at from carelet_booking",
                        row -> new Line(row.text("id"), row.number("start_at"))));
        for (Line line : lines) {
            bookings.merge(line.id(), 1, Integer::sum);
            if (line.start() != 0) {
                slots.merge(line.start(), 1, Integer::sum);
            }
        }
        List<Told> told = storage.database()
                .read(sql -> sql.rows(
                        "select subject, id from carelet_outbox",
                        row -> new Told(row.text("subject"), row.text("id"))));
        told.forEach(each -> messages.put(each.subject(), each.id()));
        return new Inventory(bookings, messages, slots);
    }

    int missingBookings(List<Answer> acknowledged) {
        return (int) acknowledged.stream()
                .filter(each -> !bookings.containsKey(each.id()))
                .count();
    }

    int missingMessages(List<Answer> acknowledged) {
        return (int) acknowledged.stream()
                .filter(each -> !("msg_" + each.id()).equals(messages.get(each.id())))
                .count();
    }

    /** Returns how many bookings have no message, or the reverse. */
    int torn() {
        long alone = bookings.keySet().stream()
                .filter(id -> !messages.containsKey(id))
                .count();
        return (int) (alone
                + messages.keySet().stream()
                        .filter(id -> !bookings.containsKey(id))
                        .count());
    }

    int slotsOver(int capacity) {
        return (int) slots.values().stream().filter(count -> count > capacity).count();
    }
}
