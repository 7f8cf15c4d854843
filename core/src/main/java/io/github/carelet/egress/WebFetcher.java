package io.github.carelet.egress;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Fetches what is at an address, by {@code GET}: only where the guard allows, no more than the limits, and nothing again that
 * has not changed. Whatever goes wrong is a {@link Fetched.Failed}, never an exception. Safe for use by several threads; has
 * one daemon thread of its own while it is in use.
 */
public final class WebFetcher implements AutoCloseable {

    private final EgressGuard guard;
    private final FetchLimits limits;
    private final GuardedClient client;

    private WebFetcher(EgressGuard guard, FetchLimits limits, TlsSocketStrategy tls) {
        this.guard = guard;
        this.limits = limits;
        this.client = GuardedClient.open(guard, limits.timeouts(), tls);
    }

    /** Opens one that trusts whom the JDK trusts. */
    public static WebFetcher open(EgressGuard guard, FetchLimits limits) {
        return open(guard, limits, DefaultClientTlsStrategy.createDefault());
    }

    static WebFetcher open(EgressGuard guard, FetchLimits limits, TlsSocketStrategy tls) {
        return new WebFetcher(guard, limits, tls);
    }

    /** What one server said: what came of it, or where to ask next. */
    private sealed interface Step {

        record Last(Fetched fetched) implements Step {}

        record Redirect(URI to) implements Step {}
    }

    /** Fetches what is there now. */
    public Fetched fetch(URI address) {
        return fetch(address, Validators.NONE);
    }

    /** Fetches what is there now, unless it is still what the validators stand for. */
    public Fetched fetch(URI address, Validators known) {
        URI next = address;
        for (int asked = 0; asked <= limits.redirects(); asked++) {
            Step step = step(next, known);
            if (step instanceof Step.Last last) {
                return last.fetched();
            }
            next = ((Step.Redirect) step).to();
        }
        return new Fetched.Failed("more than " + limits.redirects() + " redirects");
    }

    @Override
    public void close() {
        client.close();
    }

    private Step step(URI address, Validators known) {
        try {
            guard.check(address);
            return client.send(request(address, known), answer -> read(address, known, answer));
        } catch (AddressRefusedException | IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(
                    address.getHost() + " gave no whole answer: " + e.getClass().getSimpleName());
        }
    }

    private static HttpGet request(URI address, Validators known) {
        HttpGet request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        known.etag().ifPresent(etag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        known.lastModified().ifPresent(time -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, time));
        return request;
    }

    private Step read(URI address, Validators known, ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        Optional<String> location = header(answer, HttpHeaders.LOCATION);
        if (status == 304 && !known.isEmpty()) {
            return new Step.Last(new Fetched.Unchanged());
        }
        if (status > 300 && status < 309 && location.isPresent()) {
            return redirect(address, location.get());
        }
        if (status != 200) {
            return failed(address.getHost() + " answered HTTP " + status);
        }
        Optional<String> packing =
                header(answer, HttpHeaders.CONTENT_ENCODING).filter(each -> !each.equals("identity"));
        if (packing.isPresent()) {
            return failed(address.getHost() + " packed its answer, though asked not to");
        }
        return new Step.Last(body(address, answer));
    }

    private Fetched body(URI address, ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            return new Fetched.Failed(address.getHost() + " sent more than " + limits.bytes() + " bytes");
        }
        Validators validators =
                new Validators(header(answer, HttpHeaders.ETAG), header(answer, HttpHeaders.LAST_MODIFIED));
        return new Fetched.Body(address, header(answer, HttpHeaders.CONTENT_TYPE), bytes, validators);
    }

    /** The guard judges the next address when it is asked for. */
    private static Step redirect(URI from, String location) {
        try {
            URI to = from.resolve(new URI(location));
            if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
                return failed(from.getHost() + " leads away from https");
            }
            return new Step.Redirect(to);
        } catch (URISyntaxException e) {
            return failed(from.getHost() + " leads to what is no address");
        }
    }

    private static Step failed(String reason) {
        return new Step.Last(new Fetched.Failed(reason));
    }

    private static Optional<String> header(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }
}
