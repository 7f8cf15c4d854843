package io.github.carelet.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.booking.Hashes;
import io.github.carelet.schedule.Stretch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The last good reading of each calendar, in a folder: busy times and nothing else, so that no word of a calendar is ever on
 * the disk. A file holds for the place it was read from, which is not written either. Each is replaced whole or not at all.
 */
final class KeptBusyTimes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    /** Makes one for a folder, which is made when something is kept. */
    KeptBusyTimes(Path folder) {
        this.folder = folder;
    }

    /**
     * A reading.
     *
     * @param busy when somebody is busy
     * @param at when it was read
     */
    record Kept(BusyTimes busy, Instant at) {}

    /**
     * Returns what was kept of a calendar; empty if nothing was.
     *
     * @throws IOException if it can't be read
     */
    Optional<Kept> read(PractitionerCalendar calendar) throws IOException {
        Path file = file(calendar);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(Files.readAllBytes(file));
        if (!json.path("place").asText().equals(digest(calendar))) {
            return Optional.empty();
        }
        try {
            return Optional.of(kept(json));
        } catch (IllegalArgumentException e) {
            throw new IOException("no busy times in " + file, e);
        }
    }

    private static Kept kept(JsonNode json) {
        List<Stretch> taken = new ArrayList<>();
        JsonNode seconds = json.path("busy");
        for (int i = 0; i + 1 < seconds.size(); i += 2) {
            taken.add(stretch(seconds.get(i), seconds.get(i + 1)));
        }
        Stretch known = stretch(json.path("from"), json.path("until"));
        return new Kept(
                BusyTimes.of(known, taken),
                Instant.ofEpochSecond(json.path("at").asLong()));
    }

    private static Stretch stretch(JsonNode from, JsonNode until) {
        return new Stretch(Instant.ofEpochSecond(from.asLong()), Instant.ofEpochSecond(until.asLong()));
    }

    /**
     * Keeps a reading in place of the one before.
     *
     * @throws IOException if it can't be written; then the one before is still there
     */
    void keep(PractitionerCalendar calendar, Kept kept) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("place", digest(calendar));
        json.put("at", kept.at().getEpochSecond());
        json.put("from", kept.busy().known().from().getEpochSecond());
        json.put("until", kept.busy().known().until().getEpochSecond());
        ArrayNode busy = json.putArray("busy");
        kept.busy()
                .taken()
                .forEach(each ->
                        busy.add(each.from().getEpochSecond()).add(each.until().getEpochSecond()));
        write(file(calendar), JSON.writeValueAsBytes(json));
    }

    /** The bytes are on the disk before the name points to them: a crash leaves the old file or the new one. */
    private void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "calendar", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file(PractitionerCalendar calendar) {
        return folder.resolve(calendar.practitioner() + ".json");
    }

    private static String digest(PractitionerCalendar calendar) {
        return HexFormat.of()
                .formatHex(Hashes.sha256(calendar.place().toString().getBytes(UTF_8)));
    }
}
