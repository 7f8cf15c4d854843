package io.github.carelet.servlet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What came in: a read-only view of a request below the mount. Used by one thread, for one request.
 */
public final class Exchange {

    /** How long a body may take to come as a whole; the smallest lines bring the largest in a third of it. */
    static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final HttpServletRequest request;
    private final Entrance entrance;
    private final LongSupplier nanos;

    /** Wraps a request that came by an entrance. */
    public Exchange(HttpServletRequest request, Entrance entrance) {
        this(request, entrance, System::nanoTime);
    }

    /**
     * Wraps a request.
     *
     * @param nanos measures time, in nanoseconds
     */
    Exchange(HttpServletRequest request, Entrance entrance, LongSupplier nanos) {
        this.request = request;
        this.entrance = entrance;
        this.nanos = nanos;
    }

    /** Returns the request itself, for who is asked whose it is. */
    public HttpServletRequest request() {
        return request;
    }

    /** Returns the method, as sent. */
    public String method() {
        return request.getMethod();
    }

    /** Returns by what limits know who sends: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public String sender() {
        return entrance.sender(request);
    }

    /** Returns the address of a proxy that says for whom it passes a request on, and is not believed; empty if there is none. */
    public Optional<String> strangeProxy() {
        return entrance.strangeProxy(request);
    }

    /** Returns where the container took the connection: an address and a port, as they stand in a URL. */
    public String takenAt() {
        String address = request.getLocalAddr().replaceFirst("%.*$", "");
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + request.getLocalPort();
    }

    /** Returns whether the container knows who sends, whatever they may do. */
    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** Returns whether this is {@code GET} or {@code HEAD}. */
    public boolean isRead() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /**
     * Returns the path of the mount as it stands in a URL: that of the host's {@code publicUrl}, else context path and servlet
     * path; percent-encoded, no slash at the end, empty for the root.
     */
    public String base() {
        return entrance.base(request);
    }

    /** Returns the decoded path below the mount; starts with a slash unless empty. */
    public String path() {
        String path = request.getPathInfo();
        return path == null ? "" : path;
    }

    /** Returns the segments of the path below the mount: {@code /a/b} is {@code a}, {@code b}; {@code /a/} is {@code a}, and an empty one. */
    public List<String> segments() {
        String path = path();
        return path.isEmpty() ? List.of() : Arrays.asList(path.substring(1).split("/", -1));
    }

    /** Returns the raw query string; empty if there is none. */
    public String rawQuery() {
        String query = request.getQueryString();
        return query == null ? "" : query;
    }

    /** Returns the parameters of the URL. */
    public Query query() {
        return Query.parse(rawQuery());
    }

    /** Returns a request header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Returns every value of a request header, in the order sent. */
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /**
     * Returns the fields of a form whose body somebody before us has read, such as a filter that asked for a parameter; empty
     * if there are none. The parameters of the URL are not among them.
     */
    public Map<String, List<String>> consumedForm() {
        Map<String, List<String>> inUrl = query().parameters();
        Map<String, List<String>> form = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            // Servlet 6, 3.1: the values of the URL come before those of the body.
            int skip = inUrl.getOrDefault(name, List.of()).size();
            List<String> rest = Arrays.asList(values).subList(Math.min(skip, values.length), values.length);
            if (!rest.isEmpty()) {
                form.put(name, rest);
            }
        });
        return form;
    }

    /**
     * Reads the body. What a filter of the host has read before us had no limit of ours: it is held to this one, too.
     *
     * @param limit the most bytes to accept
     * @return the body; empty if it is larger
     * @throws SlowBodyException if it does not come in time
     * @throws IOException if the client is gone
     */
    public Optional<byte[]> body(int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return Optional.empty();
        }
        byte[] body = read(limit + 1);
        return body.length > limit || (body.length == 0 && consumedSize() > limit)
                ? Optional.empty()
                : Optional.of(body);
    }

    /** Reads as it comes: a call that waits for all of it would wait as long as somebody likes. */
    private byte[] read(int most) throws IOException {
        long began = nanos.getAsLong();
        long length = request.getContentLengthLong();
        byte[] body = new byte[length < 0 ? most : (int) Math.min(length, most)];
        int size = 0;
        for (int read = 0; read >= 0 && size < body.length; size += Math.max(read, 0)) {
            read = request.getInputStream().read(body, size, body.length - size);
            if (nanos.getAsLong() - began > MOST_TIME.toNanos()) {
                throw new SlowBodyException();
            }
        }
        return Arrays.copyOf(body, size);
    }

    private long consumedSize() {
        return consumedForm().entrySet().stream()
                .mapToLong(field -> field.getKey().length()
                        + field.getValue().stream().mapToLong(String::length).sum())
                .sum();
    }
}
