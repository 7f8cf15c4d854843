package io.github.carelet;

import io.github.carelet.booking.PartnerSite;
import io.github.carelet.booking.PartnerStore;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.catalog.Slug;
import io.github.carelet.exchange.JsonLdRole;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
    private final InstantSource clock;
    private volatile List<Partner> all;

    PartnerDirectory(List<Partner> configured, PartnerStore store, InstantSource clock) {
        this.configured = List.copyOf(configured);
        this.store = store;
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
        Stream<Partner> entered = store.all().stream()
                .filter(each -> !isConfigured(each.id()))
                .map(each -> new Partner(each.id(), each.origins(), JsonLdRole.parse(each.jsonLd()), each.events()));
        all = Stream.concat(configured.stream(), entered).toList();
    }

    /** Enters a partner whose pages say nothing to search engines and hear nothing; otherwise as the other. */
    public PartnerOutcome save(String id, List<String> origins, String actor) {
        return save(id, origins, JsonLdRole.NONE, false, actor);
    }

    /**
     * Enters a partner, or changes one that was entered.
     *
     * @param origins the origins that may frame what is shown; none if it only links
     * @param jsonLd what its pages say to search engines about the clinic's facts in them
     * @param events whether scripts of its pages may hear how far a visitor's request is, and no more
     * @param actor the name of who does
     */
    public PartnerOutcome save(String id, List<String> origins, JsonLdRole jsonLd, boolean events, String actor) {
        if (!Slug.isValid(id)) {
            return new PartnerOutcome.Invalid("id", id);
        }
        if (isConfigured(id)) {
            return new PartnerOutcome.Configured();
        }
        Optional<String> wrong = origins.stream()
                .filter(each -> each.length() > LONGEST_ORIGIN || !Partner.isOrigin(each))
                .findFirst()
                .or(() -> origins.stream().skip(MOST_ORIGINS).findFirst());
        if (wrong.isPresent()) {
            return new PartnerOutcome.Invalid("origins", wrong.get());
        }
        return written(() -> {
            List<String> each = origins.stream().distinct().toList();
            store.save(new PartnerSite(id, each, jsonLd.code(), events, actor, now()));
            return true;
        });
    }

    /**
     * Removes a partner that was entered. Its bookings stay; its pages can't frame anything any more.
     *
     * @param actor the name of who does
     */
    public PartnerOutcome remove(String id, String actor) {
        return isConfigured(id) ? new PartnerOutcome.Configured() : written(() -> store.remove(id, actor, now()));
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
