package io.github.carelet.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that happened to a booking, as it was when it happened: what has changed since then can be looked up by its
 * reference. Neither who the patient is, nor what they come for.
 *
 * @param type what happened, such as {@code booking.confirmed}
 * @param reference what patient and clinic call the booking
 * @param status its state afterwards
 * @param version its version afterwards, from 1
 * @param at when that was
 * @param location the id of the location
 * @param start when the visit begins, if that was settled
 * @param preferred when the patient would like to come, otherwise
 * @param offers times that the clinic offered
 * @param until the instant until which it offers them, or has promised to answer
 * @param calledOff when a visit was to begin that had been confirmed, and is so no more
 */
public record BookingEvent(
        String type,
        String reference,
        BookingStatus status,
        int version,
        Instant at,
        String location,
        Optional<OffsetDateTime> start,
        List<Preference> preferred,
        List<OffsetDateTime> offers,
        Optional<Instant> until,
        Optional<OffsetDateTime> calledOff) {

    /** The type of what is due on the day before a visit. */
    static final String REMINDER = "booking.reminder";

    /** The type of what tells that the clinic has not answered in time. */
    static final String UNANSWERED = "booking.unanswered";

    /** The type of what tells that a patient took back what they agreed to. */
    static final String CONSENT_REVOKED = "booking.consent_revoked";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the lists. */
    public BookingEvent {
        preferred = List.copyOf(preferred);
        offers = List.copyOf(offers);
    }

    /** Returns an event that made a booking what it is now. */
    static BookingEvent of(String type, Optional<Booking> before, Booking booking) {
        boolean freed = booking.status() == BookingStatus.REQUESTED || booking.status() == BookingStatus.CANCELLED;
        return new BookingEvent(
                type,
                booking.reference(),
                booking.status(),
                booking.version(),
                booking.updatedAt(),
                booking.location(),
                booking.start(),
                booking.preferred(),
                booking.offers().stream().map(Offer::start).toList(),
                booking.dueAt(),
                before.filter(each -> freed && each.status() == BookingStatus.CONFIRMED)
                        .flatMap(Booking::start));
    }

    /** Returns whether it only reminds the patient, on the day before a visit. */
    public boolean isReminder() {
        return type.equals(REMINDER);
    }

    /** Returns the thin payload of a webhook: that something happened, to be looked up with a credential. */
    String thin() {
        ObjectNode root = JSON.createObjectNode();
        root.put("type", type).put("timestamp", at.toString());
        root.putObject("data")
                .put("reference", reference)
                .put("status", status.code())
                .put("location", location);
        return written(root);
    }

    /** Returns the event as JSON that {@link #parse} reads. */
    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("type", type)
                .put("reference", reference)
                .put("status", status.code())
                .put("version", version)
                .put("at", at.toString())
                .put("location", location);
        calledOff.ifPresent(time -> root.put("calledOff", time.toString()));
        start.ifPresent(time -> root.put("start", time.toString()));
        until.ifPresent(time -> root.put("until", time.toString()));
        ArrayNode wishes = root.putArray("preferred");
        preferred.forEach(each -> wishes.add(each.toString()));
        ArrayNode times = root.putArray("offers");
        offers.forEach(each -> times.add(each.toString()));
        return written(root);
    }

    /**
     * Reads what the payload of a message that stays in the house holds.
     *
     * @throws IllegalArgumentException if it is no event
     */
    public static BookingEvent parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new BookingEvent(
                    root.path("type").asText(),
                    root.path("reference").asText(),
                    BookingStatus.valueOf(root.path("status").asText().toUpperCase(Locale.ROOT)),
                    root.path("version").asInt(),
                    Instant.parse(root.path("at").asText()),
                    root.path("location").asText(),
                    optional(root, "start", OffsetDateTime::parse),
                    list(root, "preferred", Preference::parse),
                    list(root, "offers", OffsetDateTime::parse),
                    optional(root, "until", Instant::parse),
                    optional(root, "calledOff", OffsetDateTime::parse));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("no event of a booking", e);
        }
    }

    private static <T> Optional<T> optional(JsonNode root, String name, Function<String, T> parse) {
        return Optional.ofNullable(root.get(name)).map(JsonNode::asText).map(parse);
    }

    private static <T> List<T> list(JsonNode root, String name, Function<String, T> parse) {
        List<T> list = new ArrayList<>();
        root.path(name).forEach(each -> list.add(parse.apply(each.asText())));
        return list;
    }

    private static String written(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
        }
    }
}
