package io.github.carelet.source;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.source.CatalogChanges.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What has changed in a catalogue, publication by publication, up to a day. Older changes and versions are forgotten when
 * there are too many; whoever has not seen them gets a full listing. Immutable.
 *
 * <p>A cursor of another log, such as that of another node or of a process that kept nothing, is understood by its version
 * if that was ever published here.
 */
public final class ChangeLog {

    static final int MOST = 20_000;

    /** A publication may change nothing that is public, so that forgetting changes would never forget its version. */
    static final int MOST_VERSIONS = 1_000;

    private final String id;
    private final String version;
    private final LocalDate day;
    private final long first;
    private final List<Change> changes;
    private final Map<String, Long> positions;

    ChangeLog(String id, String version, LocalDate day, long first, List<Change> changes, Map<String, Long> positions) {
        this.id = id;
        this.version = version;
        this.day = day;
        this.first = first;
        this.changes = List.copyOf(changes);
        this.positions = new LinkedHashMap<>(positions);
    }

    /** Starts a log with a catalogue: nothing has changed yet. */
    public static ChangeLog startingWith(Catalog catalog, String version, Instant now) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return new ChangeLog(id, version, day(catalog, now), 0, List.of(), Map.of(version, 0L));
    }

    /** Returns the version of the catalogue that it has followed so far. */
    public String version() {
        return version;
    }

    /**
     * Returns the log with what differs between the catalogue that it has followed so far and a new one.
     *
     * @param at when the new one is published
     */
    public ChangeLog plus(Catalog before, Catalog after, String newVersion, Instant at) {
        ChangeLog upToDate = upTo(before, at);
        if (newVersion.equals(version)) {
            return upToDate;
        }
        LocalDate today = day(after, at);
        State old = new State(before, upToDate.day);
        List<Change> more = CatalogChanges.between(old, new State(after, today), newVersion, at);
        return upToDate.with(newVersion, today, more);
    }

    /**
     * Returns what comes after a cursor: the changes that it has not seen; or, without one or with one that is unknown, a full
     * listing of the catalogue.
     *
     * @param catalog the catalogue that this log has followed so far
     * @param limit the most changes to return, at least 1
     * @param publishedAt since when it is served
     * @param now counts what is withdrawn by now
     */
    public ChangePage after(
            Optional<ChangeCursor> cursor, int limit, Catalog catalog, Instant publishedAt, Instant now) {
        ChangeLog log = upTo(catalog, now);
        Optional<Long> seen = cursor.filter(each -> each.listed().isEmpty()).flatMap(log::position);
        if (seen.isPresent()) {
            return log.changes(seen.get(), limit);
        }
        int listed = cursor.filter(each -> each.version().equals(version))
                .map(each -> each.listed().orElse(0))
                .orElse(0);
        return log.listing(listed, limit, new State(catalog, log.day), publishedAt);
    }

    private Optional<Long> position(ChangeCursor cursor) {
        long end = first + changes.size();
        boolean own = cursor.log().equals(id) && cursor.position() >= first && cursor.position() <= end;
        return own ? Optional.of(cursor.position()) : Optional.ofNullable(positions.get(cursor.version()));
    }

    private ChangePage changes(long from, int limit) {
        int start = (int) (from - first);
        int end = Math.min(changes.size(), start + limit);
        boolean more = end < changes.size();
        // In the middle of a publication no version has been seen, so only this log knows the way.
        String seen = more ? "0" : version;
        ChangeCursor next = new ChangeCursor(id, first + end, seen, OptionalInt.empty());
        return new ChangePage(version, false, changes.subList(start, end), next, more);
    }

    private ChangePage listing(int from, int limit, State state, Instant publishedAt) {
        List<Change> all = CatalogChanges.listing(state, version, publishedAt);
        int start = Math.min(from, all.size());
        int end = Math.min(all.size(), start + limit);
        boolean more = end < all.size();
        long position = positions.getOrDefault(version, first);
        ChangeCursor next = new ChangeCursor(id, position, version, more ? OptionalInt.of(end) : OptionalInt.empty());
        return new ChangePage(version, start == 0, all.subList(start, end), next, more);
    }

    /** Counts what is withdrawn since the last day, which needs no publication. */
    private ChangeLog upTo(Catalog catalog, Instant now) {
        LocalDate today = day(catalog, now);
        return today.isAfter(day)
                ? with(version, today, CatalogChanges.withdrawals(new State(catalog, today), day, version))
                : this;
    }

    private ChangeLog with(String newVersion, LocalDate newDay, List<Change> more) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        long forgotten = Math.max(0, all.size() - MOST);
        Map<String, Long> known = new LinkedHashMap<>(positions);
        if (!newVersion.equals(version)) {
            known.remove(newVersion);
            known.put(newVersion, first + all.size());
        }
        known.values().removeIf(position -> position < first + forgotten);
        List<String> oldest = List.copyOf(known.keySet()).subList(0, Math.max(0, known.size() - MOST_VERSIONS));
        known.keySet().removeAll(oldest);
        return new ChangeLog(
                id, newVersion, newDay, first + forgotten, all.subList((int) forgotten, all.size()), known);
    }

    private static LocalDate day(Catalog catalog, Instant now) {
        return now.atZone(catalog.clinic().timeZone()).toLocalDate();
    }

    String id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    long first() {
        return first;
    }

    List<Change> changes() {
        return changes;
    }

    Map<String, Long> positions() {
        return positions;
    }
}
