package io.github.carelet;

import io.github.carelet.source.CatalogSource;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects what a host wants, checks it as a whole, and opens it. Every problem is reported at once. Used by one thread.
 */
public final class CareletBuilder {

    private final CatalogSource source;
    private final List<Partner> partners = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private Optional<URI> publicUrl = Optional.empty();
    private Optional<URI> bookingAt = Optional.empty();
    private Optional<Duration> watchEvery = Optional.empty();
    private Consumer<Publication> onReload = publication -> {};
    private boolean contentOnly;

    CareletBuilder(CatalogSource source) {
        this.source = source;
    }

    /** Shows content and takes no booking: no storage, no key, no patient's byte on this host. */
    public CareletBuilder contentOnly() {
        contentOnly = true;
        return this;
    }

    /**
     * Leads whoever wants to book to another Carelet, for {@link #contentOnly}.
     *
     * @param address absolute address of its servlet, such as {@code https://clinic.example/carelet}
     */
    public CareletBuilder bookingAt(URI address) {
        bookingAt = Optional.of(address);
        return this;
    }

    /**
     * Says under which address the world sees the servlet. Needed for whatever leaves the page; never guessed from a request.
     *
     * @param address absolute, such as {@code https://partner.example/carelet}
     */
    public CareletBuilder publicUrl(URI address) {
        publicUrl = Optional.of(address);
        return this;
    }

    /** Adds a site that may frame the form and is named in snippets. */
    public CareletBuilder partner(Partner partner) {
        partners.add(partner);
        return this;
    }

    /** Looks for a changed catalogue in such intervals, with one daemon thread. Without this, only {@link Carelet#reload} does. */
    public CareletBuilder watch(Duration interval) {
        watchEvery = Optional.of(interval);
        return this;
    }

    /** Hears of each reload: what is served afterwards, and what was wrong. Called by the thread that reloads. */
    public CareletBuilder onReload(Consumer<Publication> listener) {
        onReload = listener;
        return this;
    }

    /** Judges everything by this clock instead of the system's. */
    public CareletBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Reads the catalogue and opens everything.
     *
     * @throws ConfigurationException if what was asked for can't work
     * @throws InvalidCatalogException if the catalogue has errors
     */
    public Carelet build() {
        check();
        PublishedCatalog catalog = new PublishedCatalog(source, clock, onReload);
        List<AutoCloseable> open = new ArrayList<>();
        watchEvery.ifPresent(interval -> open.add(new CatalogWatch(catalog, interval)));
        Settings settings = new Settings(
                clock, publicUrl.map(CareletBuilder::unslashed), bookingAt.map(CareletBuilder::unslashed), partners);
        return new Carelet(settings, catalog, open);
    }

    /** Closes in the opposite order of opening, all of them, whatever happens. */
    static void closeAll(List<AutoCloseable> open) {
        Deque<AutoCloseable> rest = new ArrayDeque<>(open);
        RuntimeException first = null;
        while (!rest.isEmpty()) {
            try {
                rest.removeLast().close();
            } catch (Exception e) {
                first = first == null ? new IllegalStateException("could not close all", e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void check() {
        List<String> problems = new ArrayList<>();
        publicUrl.ifPresent(address -> checkAddress("publicUrl", address, problems));
        bookingAt.ifPresent(address -> checkAddress("bookingAt", address, problems));
        if (bookingAt.isPresent() && !contentOnly) {
            problems.add("bookingAt leads bookings elsewhere: it goes with contentOnly()");
        }
        Set<String> ids = new HashSet<>();
        partners.stream()
                .filter(partner -> !ids.add(partner.id()))
                .forEach(partner -> problems.add("partner '" + partner.id() + "' is there twice"));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void checkAddress(String name, URI address, List<String> problems) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            problems.add(name + " '" + address
                    + "' is no address of a servlet: expected like https://clinic.example/carelet");
        }
    }

    private static URI unslashed(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }
}
