package io.github.carelet.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.Message;
import java.util.List;

/**
 * The messages that tell of a booking: one webhook for each destination, thin by the contract. Whoever receives it learns
 * that something happened, and fetches the rest with a credential of their own.
 */
final class BookingMessages {

    private final List<String> webhooks;
    private final BookingNames names;
    private final ObjectMapper json = JsonMapper.builder().build();

    BookingMessages(List<String> webhooks, BookingNames names) {
        this.webhooks = List.copyOf(webhooks);
        this.names = names;
    }

    /** Returns what tells of an event that made the booking what it is now, such as {@code booking.requested}. */
    List<Message> of(String event, Booking booking) {
        String payload = payload(event, booking);
        return webhooks.stream()
                .map(destination -> new Message(
                        "msg_" + names.newId(booking.updatedAt()),
                        "webhook",
                        destination,
                        booking.id(),
                        payload,
                        booking.updatedAt()))
                .toList();
    }

    private String payload(String event, Booking booking) {
        ObjectNode payload = json.createObjectNode();
        payload.put("type", event).put("timestamp", booking.updatedAt().toString());
        payload.putObject("data")
                .put("reference", booking.reference())
                .put("status", booking.status().code())
                .put("location", booking.location());
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
        }
    }
}
