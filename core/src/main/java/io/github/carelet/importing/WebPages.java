package io.github.carelet.importing;

import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.FetchLimits;
import io.github.carelet.egress.Fetched;
import io.github.carelet.egress.WebFetcher;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Gets pages of the web for an {@link Importer}: only where the guard allows, each redirect judged anew, no more than the
 * limits. Safe for use by several threads; to be closed after use.
 */
public final class WebPages implements SourceReader, AutoCloseable {

    private final WebFetcher fetcher;

    private WebPages(WebFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Opens one that takes as many bytes of a page as an importer of the limits reads. */
    public static WebPages open(EgressGuard guard, ImportLimits limits) {
        return new WebPages(WebFetcher.open(guard, FetchLimits.of(limits.bytes())));
    }

    @Override
    public ImportSource read(String address) {
        try {
            Fetched fetched = fetcher.fetch(new URI(address));
            if (fetched instanceof Fetched.Body body) {
                return ImportSource.of(address, body.bytes(), body.contentType().orElse(""));
            }
            String reason = fetched instanceof Fetched.Failed failed ? failed.reason() : "nothing came";
            return ImportSource.missing(address, reason);
        } catch (URISyntaxException e) {
            return ImportSource.missing(address, "it is no address: " + e.getReason());
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
