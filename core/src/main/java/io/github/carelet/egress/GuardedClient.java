package io.github.carelet.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP client that does one thing for one call: no second try, no redirect, no cookie, no password, no proxy. It connects
 * only where the guard lets it, and cuts off whoever exceeds the total time. Safe for use by several threads; has one daemon
 * thread of its own, which {@link #close} ends together with every call that is under way.
 */
public final class GuardedClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedClient.class);
    private static final int CONNECTIONS = 64;

    private final EgressTimeouts timeouts;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    private GuardedClient(EgressGuard guard, EgressTimeouts timeouts, TlsSocketStrategy tls) {
        this.timeouts = timeouts;
        this.client = client(connections(guard, timeouts, tls), timeouts);
        this.deadlines = new ScheduledThreadPoolExecutor(1, GuardedClient::daemon);
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    /**
     * Opens one.
     *
     * @param tls decides whom to trust, for the name in the address and not the one that was connected to
     */
    public static GuardedClient open(EgressGuard guard, EgressTimeouts timeouts, TlsSocketStrategy tls) {
        return new GuardedClient(guard, timeouts, tls);
    }

    /** What is made of an answer while the connection is open. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Returns what was made of it; reads no more than it needs. */
        T read(ClassicHttpResponse answer) throws IOException;
    }

    /**
     * Sends a request, whose address {@link EgressGuard#check} has let pass. Once the reading has returned, nothing that goes
     * wrong afterwards makes its result another; what it has not read is never read.
     *
     * @throws IOException if there is no answer, or the reading fails, or the time is up
     */
    public <T> T send(HttpUriRequestBase request, Reading<T> reading) throws IOException {
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, timeouts.total().toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, request, null);
            try {
                return reading.read(answer);
            } finally {
                release(answer, request);
            }
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Cut off first, since closing would read all that the other side cares to send. */
    private static void release(ClassicHttpResponse answer, HttpUriRequestBase request) {
        request.cancel();
        try {
            answer.close();
        } catch (IOException e) {
            LOG.debug(
                    "A connection broke off when it was closed: {}",
                    e.getClass().getName());
        }
    }

    /** Each call has a connection of its own: one that was kept might lead to where the name no longer points. */
    private static CloseableHttpClient client(HttpClientConnectionManager connections, EgressTimeouts timeouts) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(timeouts.connect().toMillis()))
                        .setResponseTimeout(timeout(timeouts.response().toMillis()))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Carelet")
                .build();
    }

    private static HttpClientConnectionManager connections(
            EgressGuard guard, EgressTimeouts timeouts, TlsSocketStrategy tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(guard))
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(timeouts.connect().toMillis()))
                        .setSocketTimeout(timeout(timeouts.response().toMillis()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(timeouts.connect().toMillis()))
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }

    private static Timeout timeout(long millis) {
        return Timeout.of(millis, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "carelet-egress-deadline");
        thread.setDaemon(true);
        return thread;
    }

    /** What the client asks once for each connection, literal addresses included; it connects to nothing else. */
    record GuardedResolver(EgressGuard guard) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return guard.resolve(host, port).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        /** Without a port no exception applies. */
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return guard.resolve(host, -1).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
