package io.github.carelet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.carelet.booking.ConsentWords;
import io.github.carelet.booking.HistoryEntry;
import io.github.carelet.booking.OpenedBooking;
import io.github.carelet.delivery.MessageStatus;
import io.github.carelet.exchange.BookingJson;
import io.github.carelet.privacy.AuditEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All that the clinic keeps about one patient, for a patient who asks (45 CFR 164.524, GDPR 15): each booking as it is, what
 * happened to it with every note, which messages told of it, and who saw or changed it. Immutable; prints nothing of it.
 *
 * @param madeAt when it was put together
 * @param kept each booking, the newest first
 * @param words what the patient was shown and agreed to, word for word, once for each version
 */
public record PatientFile(Instant madeAt, List<Kept> kept, List<ConsentWords> words) {

    /** Copies the collections. */
    public PatientFile {
        kept = List.copyOf(kept);
        words = List.copyOf(words);
    }

    /**
     * A booking, and what there is about it.
     *
     * @param opened the booking with its history
     * @param messages that told of it
     * @param trail who saw and changed it
     */
    public record Kept(OpenedBooking opened, List<MessageStatus> messages, List<AuditEntry> trail) {

        /** Copies the lists. */
        public Kept {
            messages = List.copyOf(messages);
            trail = List.copyOf(trail);
        }

        @Override
        public String toString() {
            return "Kept[…]";
        }
    }

    /** Returns it as a JSON document in UTF-8, for people as well. */
    public byte[] toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("madeAt", madeAt.toString());
        json.put("bookings", kept.stream().map(PatientFile::json).toList());
        json.put("agreedTo", words.stream().map(PatientFile::json).toList());
        try {
            return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Kept kept) {
        Map<String, Object> json = BookingJson.whole(kept.opened(), true);
        json.put(
                "history",
                kept.opened().history().stream().map(PatientFile::json).toList());
        json.put("messages", kept.messages().stream().map(PatientFile::json).toList());
        json.put("seenBy", kept.trail().stream().map(PatientFile::json).toList());
        return json;
    }

    private static Map<String, Object> json(ConsentWords words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sha256", words.sha256());
        json.put("version", words.version());
        json.put("language", words.language());
        json.put("text", words.text());
        return json;
    }

    private static Map<String, Object> json(HistoryEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", entry.at().toString());
        json.put("by", entry.actor());
        json.put("what", entry.kind().code());
        json.put("status", entry.status().code());
        entry.contact().ifPresent(attempt -> json.put("contact", attempt.toString()));
        entry.note().ifPresent(note -> json.put("note", note));
        return json;
    }

    private static Map<String, Object> json(MessageStatus status) {
        return Map.of(
                "kind", status.message().kind(),
                "to", status.message().destination(),
                "state", status.state().name().toLowerCase(Locale.ROOT),
                "dueAt", status.message().dueAt().toString());
    }

    private static Map<String, Object> json(AuditEntry entry) {
        return Map.of(
                "at", entry.event().at().toString(),
                "by", entry.event().actor(),
                "action", entry.event().action().code());
    }

    @Override
    public String toString() {
        return "PatientFile[" + kept.size() + " bookings]";
    }
}
