package io.github.carelet.servlet.fragment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.carelet.Carelet;
import io.github.carelet.Derived;
import io.github.carelet.Partner;
import io.github.carelet.Publication;
import io.github.carelet.ScopedCatalogs;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogQuestion;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Every rendition that was asked for, as bytes, as long as they are true and there is room: rendered at most once for
 * each set of parameters and publication, also when many ask at once. Into a new publication goes over what rests on nothing
 * that has changed, with its bytes and its tag; lists and the clinic that were asked for before are rendered again before that
 * is served. Safe for use by many threads; has none of its own.
 */
public final class FragmentCache {

    private static final long DEFAULT_BYTES = 64L << 20;
    private static final int LONGEST_REQUEST = 1_024;
    private static final int MOST_AHEAD = 100;

    private final Carelet carelet;
    private final Assets assets;
    private final Renderer renderer;
    private final Headers headers;
    private final long bytes;
    private final LongAdder renders = new LongAdder();
    private final Derived<Generation> generations;

    /** Caches up to 64 MB. */
    public FragmentCache(Carelet carelet, Templates templates, Assets assets) {
        this(carelet, templates, assets, DEFAULT_BYTES);
    }

    /** Caches up to the given number of bytes. */
    public FragmentCache(Carelet carelet, Templates templates, Assets assets, long bytes) {
        this.carelet = carelet;
        this.assets = assets;
        this.renderer = new Renderer(templates, assets, carelet);
        this.headers = new Headers(carelet, assets);
        this.bytes = bytes;
        this.generations = Derived.successive(carelet, this::next);
    }

    /** A request as it came, before anything was read from it. */
    private record Request(String base, String path, String query) {

        int length() {
            return base.length() + path.length() + query.length();
        }
    }

    /** All renditions of one publication. Three quarters of the room are for them, one for the way that is shortest. */
    private static final class Generation {

        private final Publication publication;
        private final ScopedCatalogs catalogs;
        private final NavigableSet<LocalDate> turningDays;
        private final Cache<Rendition, Fragment> renditions;
        private final Cache<Request, Fragment> requests;

        Generation(Publication publication, long bytes) {
            this.publication = publication;
            this.catalogs = new ScopedCatalogs(publication.catalog());
            this.turningDays = Reviews.turningDays(publication.catalog());
            this.renditions = Caffeine.newBuilder()
                    .maximumWeight(bytes / 4 * 3)
                    .weigher((Rendition key, Fragment fragment) -> fragment.weight())
                    .executor(Runnable::run)
                    .build();
            this.requests = Caffeine.newBuilder()
                    .maximumWeight(bytes / 4)
                    .weigher((Request key, Fragment fragment) -> fragment.weight() + 2 * key.length())
                    .executor(Runnable::run)
                    .build();
        }
    }

    /**
     * Returns the fragment or page for a request.
     *
     * @param base what its links begin with, up to the mount and without a slash at its end
     * @param path the path below, which starts with {@code /fragments} or {@code /pages}
     * @param rawQuery the query string
     */
    Fragment find(String base, String path, String rawQuery) {
        Instant now = carelet.clock().instant();
        Generation current = generations.get();
        Request request = new Request(base, path, rawQuery);
        Fragment known = current.requests.getIfPresent(request);
        if (known != null && holds(known, now)) {
            return known;
        }
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        boolean page = segments.get(0).equals("pages");
        Fragment found = find(base, page, segments.subList(1, segments.size()), Query.parse(rawQuery));
        if (found.reply().plain().status() == 200 && request.length() <= LONGEST_REQUEST) {
            current.requests.put(request, found);
        }
        return found;
    }

    /**
     * Returns a fragment or page.
     *
     * @param path the segments of its path, from the kind on
     */
    Fragment find(String base, boolean page, List<String> path, Query query) {
        Generation current = generations.get();
        Rendition rendition = new RenditionReader(
                        current.catalogs.through(query.first("partner").flatMap(carelet::partner)),
                        id -> carelet.partner(id).isPresent(),
                        query)
                .read(base, page, path);
        Instant now = carelet.clock().instant();
        Fragment known = current.renditions.getIfPresent(rendition);
        if (known != null && holds(known, now)) {
            return known;
        }
        return current.renditions
                .asMap()
                .compute(
                        rendition,
                        (key, old) -> old != null && holds(old, now) ? old : render(current, rendition, now));
    }

    /** Returns the stylesheet as it is linked to from a host's page, perhaps one of a partner; an unknown one counts as none. */
    public Document.Stylesheet stylesheet(String base, Optional<String> partner) {
        return assets.stylesheet(base, partner.flatMap(carelet::partner));
    }

    /** Returns the fragment as HTML, for a host's own templates. */
    public String html(String base, String path, String rawQuery) {
        return find(base, "/fragments/" + path, rawQuery).html();
    }

    /**
     * Returns the answer to a request, neither compressed nor conditional.
     *
     * @param base what its links begin with, up to the mount and without a slash at its end
     * @param path the path below, which starts with {@code /fragments/} or {@code /pages/}
     * @param rawQuery the query string
     */
    public Reply plain(String base, String path, String rawQuery) {
        return find(base, path, rawQuery).plain(now());
    }

    /** Returns how often something was rendered, so far. */
    public long renders() {
        return renders.sum();
    }

    Instant now() {
        return carelet.clock().instant();
    }

    /** Makes the fragments of a catalogue that will be served next. */
    private Generation next(Publication publication, Optional<Generation> before) {
        Generation next = new Generation(publication, bytes);
        before.ifPresent(old -> carry(old, next));
        return next;
    }

    private void carry(Generation old, Generation next) {
        Instant now = carelet.clock().instant();
        Map<CatalogQuestion, Boolean> alike = new HashMap<>();
        List<Rendition> ahead = new ArrayList<>();
        old.renditions.asMap().forEach((rendition, fragment) -> {
            boolean same = fragment.rests().stream()
                    .allMatch(question -> alike.computeIfAbsent(
                            question,
                            each -> each.isAnsweredAlike(old.publication.catalog(), next.publication.catalog())));
            if (same && holds(fragment, now)) {
                next.renditions.put(rendition, fragment);
            } else if (rendition.id().isEmpty() && rendition.status() == Rendition.Status.OK) {
                ahead.add(rendition);
            }
        });
        ahead.stream().limit(MOST_AHEAD).forEach(each -> next.renditions.put(each, render(next, each, now)));
    }

    /** Who a partner is stands in the headers, and may change without a new catalogue. */
    private boolean holds(Fragment fragment, Instant now) {
        return fragment.holdsAt(now)
                && fragment.partner()
                        .map(made ->
                                carelet.partner(made.id()).filter(made::equals).isPresent())
                        .orElse(true);
    }

    /** The horizon rests on the days of all reviews, but those of what is shown are among them: it is never too late. */
    private Fragment render(Generation current, Rendition wanted, Instant now) {
        renders.increment();
        Optional<Partner> partner = wanted.partner().flatMap(carelet::partner);
        Set<CatalogQuestion> asked = new HashSet<>();
        Catalog catalog = current.catalogs.through(partner).observed(asked::add);
        Renderer.Rendered rendered = renderer.render(catalog, wanted, now);
        Horizon horizon = Horizon.of(catalog, current.turningDays, rendered.rendition(), now);
        return new Fragment(headers.prepare(catalog, rendered, horizon), now, horizon, asked, partner);
    }
}
