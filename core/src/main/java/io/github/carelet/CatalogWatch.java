package io.github.carelet;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that asks now and then whether the catalogue has changed. */
final class CatalogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogWatch.class);

    private final PublishedCatalog catalog;
    private final Recurring looks;
    private String failure = "";

    CatalogWatch(PublishedCatalog catalog, Duration interval) {
        this.catalog = catalog;
        this.looks = Recurring.start("carelet-catalog-watch", interval, this::look);
    }

    /** The same failure is logged once, until a look succeeds. */
    private void look() {
        try {
            catalog.reloadIfChanged();
            failure = "";
        } catch (RuntimeException | Error e) {
            if (!failure.equals(e.toString())) {
                failure = e.toString();
                LOG.warn("Looking for a new catalogue failed; the last good one keeps serving", e);
            }
        }
    }

    @Override
    public void close() {
        looks.close();
    }
}
