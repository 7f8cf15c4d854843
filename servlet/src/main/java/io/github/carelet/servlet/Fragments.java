package io.github.carelet.servlet;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.embed.BookingMarkup;
import io.github.carelet.servlet.fragment.FragmentCache;
import io.github.carelet.servlet.fragment.SearchFragments;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Optional;

/**
 * The clinic's content for a host's own templates, without a request over HTTP: what the servlet answers below
 * {@code /fragments}.
 *
 * <pre>{@code
 * Fragments fragments = Fragments.of(carelet, "/carelet");
 * String card = fragments.html("treatments/physical-therapy", Map.of("view", "card", "lang", "es"));
 * }</pre>
 *
 * <p>What comes back is HTML and goes into a page unescaped. It has exactly one root element, no script and no style; put
 * {@link #stylesheet} in the head of the page. Keep one of these for each {@link Carelet}: it holds a cache of its own, up
 * to 64 MB. Safe for use by many threads.
 */
public final class Fragments {

    private static final String SEARCH = "search";

    private final FragmentCache cache;
    private final SearchFragments search;
    private final BookingMarkup booking;
    private final Assets assets;
    private final String base;

    Fragments(FragmentCache cache, SearchFragments search, BookingMarkup booking, Assets assets, String base) {
        this.cache = cache;
        this.search = search;
        this.booking = booking;
        this.assets = assets;
        this.base = base;
    }

    /**
     * Returns the fragments of a clinic.
     *
     * @param base where the servlet is mounted, such as {@code /app/carelet}: starts with a slash, ends without one; empty
     *     for the root. Links lead there: what is put into a page of the same host needs no host name
     * @throws IllegalArgumentException if the base is not of that form
     */
    public static Fragments of(Carelet carelet, String base) {
        checkBase(base);
        Templates templates = Templates.precompiled();
        Assets assets = Assets.load();
        return new Fragments(
                new FragmentCache(carelet, templates, assets),
                new SearchFragments(carelet, templates, assets),
                new BookingMarkup(carelet, templates),
                assets,
                base);
    }

    /**
     * Returns the fragments of a servlet that the host mounts itself, also before it is started. They share its cache.
     *
     * @param servlet made with a Carelet; one of a {@code web.xml} has its own only when it is started
     * @param base where it is mounted, as in {@link #of(Carelet, String)}
     * @throws IllegalArgumentException if the base is not of that form
     * @throws IllegalStateException if the servlet has no Carelet yet
     */
    public static Fragments of(CareletServlet servlet, String base) {
        checkBase(base);
        return servlet.fragments(base);
    }

    private static void checkBase(String base) {
        if (!base.matches("(/[A-Za-z0-9._~%-]+)*")) {
            throw new IllegalArgumentException("'" + base + "' is no mount path: expected like /carelet, or nothing");
        }
    }

    /**
     * Returns the fragments of the Carelet that is mounted in a web application by a {@link CareletServlet}. They share its
     * cache.
     *
     * @throws IllegalStateException if none is mounted and started, or more than one
     */
    public static Fragments in(ServletContext context) {
        return Mount.only(context);
    }

    /**
     * Returns the fragments of one of several.
     *
     * @param servletName the name under which its servlet is registered
     * @throws IllegalStateException if there is none of this name, or it has not been started
     */
    public static Fragments in(ServletContext context, String servletName) {
        return Mount.named(context, servletName);
    }

    /**
     * Returns a fragment with every parameter at its default.
     *
     * @param path kind and perhaps id, such as {@code treatments} or {@code treatments/physical-therapy}
     */
    public String html(String path) {
        return html(path, Map.of());
    }

    /**
     * Returns a fragment. What is unknown, invalid or withdrawn gives a fragment too, which says so and has the phone
     * number and the way to an appointment: a page never breaks over it.
     *
     * @param path kind and perhaps id, such as {@code treatments} or {@code treatments/physical-therapy}
     * @param parameters {@code lang}, {@code view}, {@code heading}, {@code sections}, {@code location}, {@code instance},
     *     {@code partner}, and {@code q} of a search
     */
    public String html(String path, Map<String, String> parameters) {
        return path.equals(SEARCH)
                ? search.html(base, Query.parse(Query.joined(parameters)))
                // As a browser writes it, so that what is in memory for the one is there for the other.
                : cache.html(base, path, Query.joined(parameters));
    }

    /**
     * Returns the booking form, in a frame that no script of the page can look into. It works by itself; with {@link #script}
     * in the page it is also as high as what it shows. What is unknown or invalid is left out, and the form asks for it. If
     * nobody takes bookings online, the fragment {@code booking} comes back, with the phone number.
     *
     * @param parameters {@code type}, {@code treatment}, {@code condition}, {@code location}, {@code partner}, {@code lang},
     *     {@code theme}, and {@code title}, the name of the frame
     */
    public String booking(Map<String, String> parameters) {
        return booking.html(base, parameters).orElseGet(() -> html("booking", booking.known(parameters)));
    }

    /** Returns the stylesheet: the {@code href} and {@code integrity} of a {@code <link rel="stylesheet">}. */
    public Stylesheet stylesheet() {
        return stylesheet(Optional.empty());
    }

    /**
     * Returns the stylesheet in the look of a partner, for a page of which all fragments are in it. Ask for each page anew:
     * the address is another one as soon as the look is.
     *
     * @param partner its id; what is not the id of a partner gives the stylesheet without a look
     */
    public Stylesheet stylesheet(String partner) {
        return stylesheet(Optional.of(partner));
    }

    private Stylesheet stylesheet(Optional<String> partner) {
        Document.Stylesheet stylesheet = cache.stylesheet(base, partner);
        return new Stylesheet(stylesheet.href(), stylesheet.integrity());
    }

    /** Returns the script of the elements: the {@code src} and {@code integrity} of a {@code <script async>}. */
    public Script script() {
        Document.Script script = assets.embedScript(base);
        return new Script(script.href(), script.integrity());
    }

    /**
     * A script to load.
     *
     * @param href its address, which never holds anything else
     * @param integrity its hash by Subresource Integrity
     */
    public record Script(String href, String integrity) {}

    /**
     * A stylesheet to link to.
     *
     * @param href its address, which never holds anything else
     * @param integrity its hash by Subresource Integrity
     */
    public record Stylesheet(String href, String integrity) {}
}
