package io.github.carelet.source;

import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogProblem;
import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.CatalogProblem.Severity;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.catalog.CatalogReading;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.FetchLimits;
import io.github.carelet.egress.Fetched;
import io.github.carelet.egress.HostResolver;
import io.github.carelet.egress.Validators;
import io.github.carelet.egress.WebFetcher;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue at an address: one JSON file, such as the {@code /api/catalog} of another Carelet. Each look asks with
 * {@code If-None-Match} and {@code If-Modified-Since}, so that nothing comes again which has not changed; no more bytes are
 * taken than the reader reads. A server that does not answer, or not with a catalogue, is a problem like any other. Safe for
 * use by several threads; has none of its own between two looks.
 */
public final class HttpSource implements CatalogSource {

    private static final int REDIRECTS = 5;

    private final URI address;
    private final String name;
    private final CatalogReader reader;
    private final EgressGuard guard;
    private final FetchLimits limits;
    private Validators validators = Validators.NONE;
    private String bodyMark = "";
    private Optional<Fetched> unread = Optional.empty();

    private HttpSource(URI address, CatalogReader reader, EgressGuard guard, EgressTimeouts timeouts) {
        this.address = address;
        this.name = address.getScheme() + "://" + address.getHost();
        this.reader = reader;
        this.guard = guard;
        this.limits = new FetchLimits(timeouts, reader.limits().fileBytes(), REDIRECTS);
    }

    /**
     * Returns the catalogue at an address that all the world can reach by https.
     *
     * @throws IllegalArgumentException if it is no such address; names host and port, but not the path
     */
    public static HttpSource of(URI address, CatalogReader reader) {
        return of(
                address,
                reader,
                new EgressGuard(EgressRules.publicHttps(), HostResolver.system()),
                EgressTimeouts.standard());
    }

    /**
     * Returns the catalogue at an address that the guard lets pass.
     *
     * @param timeouts how long the server has, and each that it redirects to
     * @throws IllegalArgumentException if the guard refuses it; names host and port, but not the path
     */
    public static HttpSource of(URI address, CatalogReader reader, EgressGuard guard, EgressTimeouts timeouts) {
        guard.check(address);
        return new HttpSource(address, reader, guard, timeouts);
    }

    /** Reads what the last {@link #mark} has brought, else asks the server. */
    @Override
    public synchronized CatalogReading read() {
        Fetched fetched = unread.orElseGet(() -> fetch(Validators.NONE));
        unread = Optional.empty();
        if (fetched instanceof Fetched.Body body) {
            return reader.read(List.of(new CatalogFile(name, body.bytes())));
        }
        String reason = fetched instanceof Fetched.Failed failed ? failed.reason() : "nothing new";
        CatalogProblem problem =
                new CatalogProblem(Severity.ERROR, Check.FORM, name, "", 0, reason, "an answer that holds a catalogue");
        return new CatalogReading(Optional.empty(), List.of(problem), CatalogReader.version(List.of()), List.of());
    }

    @Override
    public CatalogReading read(List<CatalogFile> files) {
        return reader.read(files);
    }

    /** Asks the server whether there is something new, and keeps that for {@link #read}. */
    @Override
    public synchronized String mark() {
        Fetched fetched = fetch(validators);
        if (fetched instanceof Fetched.Failed failed) {
            unread = Optional.of(failed);
            return "failed: " + failed.reason();
        }
        if (fetched instanceof Fetched.Body body) {
            String mark = CatalogReader.version(List.of(new CatalogFile(name, body.bytes())));
            unread = mark.equals(bodyMark) ? Optional.empty() : Optional.of(body);
            validators = body.validators();
            bodyMark = mark;
        } else {
            // A failure in between is over: it must not be read under the mark of the good one.
            unread = unread.filter(Fetched.Body.class::isInstance);
        }
        return bodyMark;
    }

    private Fetched fetch(Validators known) {
        try (WebFetcher fetcher = WebFetcher.open(guard, limits)) {
            return fetcher.fetch(address, known);
        }
    }
}
