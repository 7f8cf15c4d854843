package io.github.carelet.source;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Aspect;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogWriter;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.ReviewState;
import io.github.carelet.catalog.Section;
import io.github.carelet.source.Change.Action;
import io.github.carelet.source.Change.Kind;
import io.github.carelet.source.Change.Matter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What differs between two states of a catalogue, as far as the public may know. A state is a catalogue on a day: what is
 * withdrawn by then is not there any more, though its name is.
 */
final class CatalogChanges {

    private final State before;
    private final State after;
    private final String version;
    private final Instant at;
    private final List<Change> changes = new ArrayList<>();

    private CatalogChanges(State before, State after, String version, Instant at) {
        this.before = before;
        this.after = after;
        this.version = version;
        this.at = at;
    }

    /**
     * A catalogue on a day.
     *
     * @param catalog the catalogue
     * @param day the day at the clinic
     */
    record State(Catalog catalog, LocalDate day) {

        boolean isWithdrawn(Object thing) {
            return thing instanceof Item item && item.review().on(day) == ReviewState.WITHDRAWN;
        }
    }

    /** One thing in either state: what is compared, and the thing itself. */
    private record Entry(Object content, Object thing) {}

    /**
     * Returns what differs, kind by kind, in the order of the catalogue.
     *
     * @param version the version of the state after
     * @param at when it was published
     */
    static List<Change> between(State before, State after, String version, Instant at) {
        return new CatalogChanges(before, after, version, at).all();
    }

    /** Returns everything as if it had just been added, and what is withdrawn as withdrawn. */
    static List<Change> listing(State state, String version, Instant at) {
        CatalogChanges listing = new CatalogChanges(state, state, version, at);
        for (Kind kind : Kind.values()) {
            entries(kind, state.catalog()).forEach((id, entry) -> {
                boolean withdrawn = state.isWithdrawn(entry.thing());
                listing.add(kind, id, withdrawn ? Action.WITHDRAWN : Action.ADDED, entry.thing(), Set.of());
            });
        }
        return List.copyOf(listing.changes);
    }

    /** Returns what a catalogue withdraws after one day and until another, in the order of the days. */
    static List<Change> withdrawals(State until, LocalDate after, String version) {
        CatalogChanges found = new CatalogChanges(new State(until.catalog(), after), until, version, Instant.EPOCH);
        found.compare(Kind.CONDITION);
        found.compare(Kind.TREATMENT);
        found.compare(Kind.ARTICLE);
        found.changes.sort(java.util.Comparator.comparing(Change::at));
        return List.copyOf(found.changes);
    }

    private List<Change> all() {
        for (Kind kind : Kind.values()) {
            compare(kind);
        }
        return List.copyOf(changes);
    }

    private void compare(Kind kind) {
        Map<String, Entry> old = entries(kind, before.catalog());
        entries(kind, after.catalog())
                .forEach((id, now) -> compare(kind, id, Optional.ofNullable(old.remove(id)), now));
        old.forEach((id, gone) -> add(kind, id, Action.REMOVED, gone.thing(), EnumSet.of(Matter.REMOVED)));
    }

    private void compare(Kind kind, String id, Optional<Entry> old, Entry now) {
        boolean was = old.filter(each -> !before.isWithdrawn(each.thing())).isPresent();
        boolean is = !after.isWithdrawn(now.thing());
        if (was && !is) {
            add(kind, id, Action.WITHDRAWN, now.thing(), EnumSet.of(Matter.WITHDRAWN));
        } else if (!was && is) {
            add(kind, id, Action.ADDED, now.thing(), Set.of());
        } else if (is && !old.get().content().equals(now.content())) {
            add(kind, id, Action.CHANGED, now.thing(), material(old.get().thing(), now.thing()));
        }
    }

    private void add(Kind kind, String id, Action action, Object thing, Set<Matter> material) {
        Instant since = action == Action.WITHDRAWN && thing instanceof Item item
                ? item.review().withdrawnOn().map(this::start).orElse(at)
                : at;
        changes.add(new Change(kind, id, action, since, version, material));
    }

    private Instant start(LocalDate day) {
        ZoneId zone = after.catalog().clinic().timeZone();
        return day.atStartOfDay(zone).toInstant();
    }

    private static Map<String, Entry> entries(Kind kind, Catalog catalog) {
        return switch (kind) {
            case CLINIC ->
                entries(List.of(catalog.clinic()), Clinic::id, any -> ByteBuffer.wrap(CatalogWriter.clinic(catalog)));
            case LOCATION -> entries(catalog.locations(), Location::id, all -> all);
            case CONDITION -> entries(catalog.conditions(), Condition::id, all -> all);
            case TREATMENT -> entries(catalog.treatments(), Item::id, all -> all);
            case PRACTITIONER -> entries(catalog.practitioners(), Practitioner::id, all -> all);
            case ARTICLE -> entries(catalog.articles(), Article::id, all -> all);
            case APPOINTMENT_TYPE ->
                entries(
                        catalog.appointmentTypes(),
                        type -> type.id(),
                        type -> ByteBuffer.wrap(CatalogWriter.appointmentType(catalog, type)));
        };
    }

    private static <T> Map<String, Entry> entries(List<T> things, Function<T, String> id, Function<T, Object> content) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        things.forEach(thing -> entries.put(id.apply(thing), new Entry(content.apply(thing), thing)));
        return entries;
    }

    private static Set<Matter> material(Object before, Object after) {
        Set<Matter> material = EnumSet.noneOf(Matter.class);
        if (before instanceof Clinic old && after instanceof Clinic now) {
            differ(Matter.PHONE, old.phone(), now.phone(), material);
            differ(Matter.EMERGENCY, old.emergency(), now.emergency(), material);
        }
        if (before instanceof Location old && after instanceof Location now) {
            differ(Matter.PHONE, old.phone(), now.phone(), material);
            differ(Matter.ADDRESS, old.address(), now.address(), material);
            differ(Matter.HOURS, old.hours(), now.hours(), material);
            differ(Matter.HOURS, old.timeZone(), now.timeZone(), material);
        }
        if (before instanceof Condition old && after instanceof Condition now) {
            differ(Matter.RED_FLAGS, old.redFlags(), now.redFlags(), material);
        }
        if (before instanceof Item old && after instanceof Item now) {
            differ(Matter.RED_FLAGS, sections(old, Aspect.URGENT), sections(now, Aspect.URGENT), material);
            differ(Matter.RISKS, sections(old, Aspect.RISKS), sections(now, Aspect.RISKS), material);
        }
        return material;
    }

    private static void differ(Matter matter, Object before, Object after, Set<Matter> material) {
        if (!before.equals(after)) {
            material.add(matter);
        }
    }

    private static List<Section> sections(Item item, Aspect aspect) {
        Stream<Section> all = item.sections().stream();
        return all.filter(each -> each.aspect() == aspect).toList();
    }
}
