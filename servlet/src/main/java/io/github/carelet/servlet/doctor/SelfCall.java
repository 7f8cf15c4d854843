package io.github.carelet.servlet.doctor;

import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.EgressTimeouts;
import io.github.carelet.egress.GuardedClient;
import io.github.carelet.egress.HostResolver;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Calls the address of this very servlet, through all that stands before it, as the browser of a patient does: without a
 * cookie, and from an opaque origin. No other address can be reached, and no redirect is followed. Used by one thread.
 */
final class SelfCall implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 200_000;

    private final URI own;
    private final EgressGuard guard;
    private final GuardedClient client;

    SelfCall(URI own) {
        this.own = own;
        int port = own.getPort() >= 0 ? own.getPort() : own.getScheme().equals("http") ? 80 : 443;
        HostResolver onlyOwn = host -> {
            if (!host.equalsIgnoreCase(own.getHost().replaceAll("[\\[\\]]", ""))) {
                throw new UnknownHostException(host);
            }
            return HostResolver.system().resolve(host);
        };
        this.guard = new EgressGuard(EgressRules.publicHttps().allowing(own.getHost(), port), onlyOwn);
        this.client = GuardedClient.open(
                guard, new EgressTimeouts(TIME, TIME, TIME), DefaultClientTlsStrategy.createDefault());
    }

    Answer get(String below) throws IOException {
        return send(new HttpGet(URI.create(own + below)));
    }

    /** Posts as the sandboxed frame does. */
    Answer post(String below, String form) throws IOException {
        return post(below, form, "null", "cross-site");
    }

    /** Posts as a page of this very host would. */
    Answer postFromHere(String below, String form) throws IOException {
        return post(below, form, own.getScheme() + "://" + own.getRawAuthority(), "same-origin");
    }

    private Answer post(String below, String form, String origin, String site) throws IOException {
        HttpPost request = new HttpPost(URI.create(own + below));
        request.setHeader("Origin", origin);
        request.setHeader("Sec-Fetch-Site", site);
        request.setHeader("Sec-Fetch-Mode", "navigate");
        // Without a charset, as browsers send it.
        request.setEntity(new StringEntity(form, ContentType.create("application/x-www-form-urlencoded")));
        return send(request);
    }

    private Answer send(HttpUriRequestBase request) throws IOException {
        request.setHeader("Accept", "text/html");
        guard.check(URI.create(own.toString()));
        return client.send(request, SelfCall::read);
    }

    private static Answer read(ClassicHttpResponse answer) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        String body = answer.getEntity() == null
                ? ""
                : new String(answer.getEntity().getContent().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return new Answer(answer.getCode(), headers, body);
    }

    @Override
    public void close() {
        client.close();
    }
}
