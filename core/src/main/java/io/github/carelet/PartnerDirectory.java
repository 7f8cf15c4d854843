package io.github.carelet;

import io.github.carelet.booking.PartnerSite;
import io.github.carelet.booking.PartnerStore;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Slug;
import io.github.carelet.exchange.JsonLdRole;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The partners as of now: those of the configuration, which only it can change, and those that an administrator entered. These
 * the store has; every node looks there now and then, and what it found last holds. Safe for use by many threads.
 */
public final class PartnerDirectory {

    /** The most origins that one partner has: a header names them all. */
    public static final int MOST_ORIGINS = 50;

    private static final int LONGEST_ORIGIN = 200;

    private final List<Partner> configured;
    private final PartnerStore store;
    private final Supplier<Catalog> catalog;
    private final InstantSource clock;
    private volatile List<Partner> all;

    /**
     * Makes one.
     *
     * @param catalog gives what a partner can be limited to
     */
    PartnerDirectory(List<Partner> configured, PartnerStore store, Supplier<Catalog> catalog, InstantSource clock) {
        this.configured = List.copyOf(configured);
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.all = this.configured;
    }

    /** Returns every partner, those of the configuration first. */
    public List<Partner> all() {
        return all;
    }

    /** Returns whether a partner is one of the configuration. */
    public boolean isConfigured(String id) {
        return configured.stream().anyMatch(each -> each.id().equals(id));
    }

    /**
     * Looks who was entered.
     *
     * @throws StoreUnavailableException if the store can't say now; then what was found last goes on to hold
     */
    public void look() {
        Stream<Partner> entered =
                store.all().stream().filter(each -> !isConfigured(each.id())).map(PartnerDirectory::partner);
        all = Stream.concat(configured.stream(), entered).toList();
    }

    /**
     * Enters a partner, or changes one that was entered.
     *
     * @param actor the name of who does
     */
    public PartnerOutcome save(PartnerEntry entry, String actor) {
        if (!Slug.isValid(entry.id())) {
            return new PartnerOutcome.Invalid("id", entry.id());
        }
        if (isConfigured(entry.id())) {
            return new PartnerOutcome.Configured();
        }
        List<String> origins = entry.origins();
        Optional<String> wrong = origins.stream()
                .filter(each -> each.length() > LONGEST_ORIGIN || !Partner.isOrigin(each))
                .findFirst()
                .or(() -> origins.stream().skip(MOST_ORIGINS).findFirst());
        if (wrong.isPresent()) {
            return new PartnerOutcome.Invalid("origins", wrong.get());
        }
        Optional<String> unknown = unknown(entry);
        if (unknown.isPresent()) {
            return new PartnerOutcome.Invalid("scope", unknown.get());
        }
        Look look;
        try {
            look = Look.parse(entry.look()).legible();
        } catch (IllegalArgumentException e) {
            return new PartnerOutcome.Invalid("look", entry.look());
        }
        PartnerSite.Shown shown = new PartnerSite.Shown(entry.jsonLd().code(), entry.events(), look.css());
        return written(() -> {
            store.save(new PartnerSite(
                    entry.id(), origins.stream().distinct().toList(), entry.scope(), shown, actor, now()));
            return true;
        });
    }

    /** What is gone from the catalogue since a partner was limited to it stays: without it, the partner might be for everything. */
    private Optional<String> unknown(PartnerEntry entry) {
        Catalog now = catalog.get();
        List<String> gone = Partner.of(entry.id(), all)
                .map(each -> each.scope().unknownIn(now))
                .orElseGet(List::of);
        return entry.scope().unknownIn(now).stream()
                .filter(each -> !gone.contains(each))
                .findFirst();
    }

    /**
     * Removes a partner that was entered. Its bookings stay; its pages can't frame anything any more.
     *
     * @param actor the name of who does
     */
    public PartnerOutcome remove(String id, String actor) {
        return isConfigured(id) ? new PartnerOutcome.Configured() : written(() -> store.remove(id, actor, now()));
    }

    /** What could be read by all when it was entered goes on to be a partner, whatever is asked of looks by then. */
    private static Partner partner(PartnerSite site) {
        PartnerSite.Shown shown = site.shown();
        Partner partner = new Partner(site.id(), site.origins(), JsonLdRole.parse(shown.jsonLd()), shown.events())
                .limitedTo(site.scope());
        try {
            return partner.looking(Look.parse(shown.look()));
        } catch (IllegalArgumentException e) {
            return partner;
        }
    }

    private interface Change {
        boolean made();
    }

    private PartnerOutcome written(Change change) {
        try {
            boolean made = change.made();
            look();
            return made ? new PartnerOutcome.Done() : new PartnerOutcome.Unknown();
        } catch (StoreUnavailableException e) {
            return new PartnerOutcome.Unavailable();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
