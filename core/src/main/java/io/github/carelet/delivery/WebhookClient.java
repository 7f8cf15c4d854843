package io.github.carelet.delivery;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.util.Timeout;

/** Sets up an HTTP client that does one thing for one call: no second try, no redirect, no cookie, no password, no proxy. */
final class WebhookClient {

    private static final int CONNECTIONS = 64;

    private WebhookClient() {}

    /** Each call has a connection of its own: one that was kept might lead to where the name no longer points. */
    static CloseableHttpClient create(EgressGuard guard, WebhookTimeouts timeouts, TlsSocketStrategy tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(guard, timeouts, tls))
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
            EgressGuard guard, WebhookTimeouts timeouts, TlsSocketStrategy tls) {
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
