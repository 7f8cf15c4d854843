package io.github.carelet;

import io.github.carelet.store.CatalogVersions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the other nodes which catalogue this one has read, and knows whether one of them has a newer one. Used by several threads. */
final class CatalogAgreement {

    private final CatalogVersions versions;
    private final Supplier<String> read;
    private final InstantSource clock;
    private Optional<String> told = Optional.empty();

    /**
     * Makes one.
     *
     * @param versions is shared by all nodes
     * @param read gives the version that this node has read
     */
    CatalogAgreement(CatalogVersions versions, Supplier<String> read, InstantSource clock) {
        this.versions = versions;
        this.read = read;
        this.clock = clock;
    }

    /** Says what this node has read, and that it serves it still. */
    synchronized void look() {
        String now = read.get();
        if (!tell(now)) {
            versions.seen(now, clock.instant());
        }
    }

    /** Returns whether that was news. */
    private synchronized boolean tell(String now) {
        boolean news = !told.equals(Optional.of(now));
        if (news) {
            versions.read(now, told, clock.instant());
            told = Optional.of(now);
        }
        return news;
    }

    /** Returns what this node has read beside the newest that any has; empty if the store no longer knows of any. */
    Optional<Health.Cluster> state() {
        String now = read.get();
        tell(now);
        return versions.newest().map(newest -> new Health.Cluster(now, newest.version(), newest.since()));
    }
}
