package io.github.carelet;

import io.github.carelet.booking.TakenTimes;
import io.github.carelet.calendar.PractitionerCalendar;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.language.Languages;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.LastGood;
import io.github.carelet.store.SqlStorage;
import io.github.carelet.store.StorageException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Collects what a host wants, checks it as a whole, and opens it. Every problem is reported at once. Used by one thread.
 */
public final class CareletBuilder {

    private static final Duration SHORTEST_WATCH = Duration.ofMillis(10);

    private final CatalogSource source;
    private final PartnerSettings partners = new PartnerSettings();
    private final List<PickupCredential> pickup = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private Optional<URI> publicUrl = Optional.empty();
    private Optional<URI> bookingAt = Optional.empty();
    private Optional<Duration> watchEvery = Optional.empty();
    private Consumer<Publication> onReload = publication -> {};
    private Consumer<PublishProgress> onProgress = progress -> {};
    private Optional<Path> lastGood = Optional.empty();
    private Optional<Path> folder = Optional.empty();
    private Optional<Function<KeyRing, SqlStorage>> storage = Optional.empty();
    private Optional<KeyRing> keys = Optional.empty();
    private final Destinations destinations = new Destinations();
    private final CalendarSettings calendars = new CalendarSettings();
    private Lifetimes lifetimes = Lifetimes.DEFAULT;
    private final LanguageSettings languages = new LanguageSettings();
    private Optional<RateLimits> limits = Optional.of(RateLimits.DEFAULT);
    private Measures measures = Measures.NONE;
    private final TrustedProxies trustedProxies = new TrustedProxies();
    private boolean contentOnly;
    private boolean crossOriginIsolated;
    private boolean openStudio;

    CareletBuilder(CatalogSource source) {
        this.source = source;
    }

    /** Shows content and takes no booking: no storage, no key, no patient's byte on this host. */
    public CareletBuilder contentOnly() {
        contentOnly = true;
        return this;
    }

    /** Takes bookings, and keeps them in an embedded database in this folder, which is made if absent. */
    public CareletBuilder storage(Path newFolder) {
        folder = Optional.of(newFolder);
        storage = Optional.of(ring -> SqlStorage.open(newFolder, ring));
        return this;
    }

    /**
     * Takes bookings, and keeps them in a PostgreSQL database, which several of the host's nodes may share.
     *
     * @param source with driver and pool of the host's choice; stays open when the Carelet is closed
     */
    public CareletBuilder storage(DataSource source) {
        folder = Optional.empty();
        storage = Optional.of(ring -> SqlStorage.open(source, ring));
        return this;
    }

    /** Signs and encrypts with these keys; goes with {@link #storage}. */
    public CareletBuilder keys(KeyRing ring) {
        keys = Optional.of(ring);
        return this;
    }

    /** Tells an address of each booking, by Standard Webhooks; goes with {@link #storage}. */
    public CareletBuilder webhook(WebhookEndpoint endpoint) {
        destinations.add(endpoint);
        return this;
    }

    /**
     * Keeps an R4 {@code Appointment} of each booking on a FHIR server, one way; goes with {@link #storage}. Its identifier is
     * the booking's reference, in the system {@code https://carelet.github.io/fhir/{id of the clinic}/booking}.
     */
    public CareletBuilder fhir(FhirServer server) {
        destinations.add(server);
        return this;
    }

    /**
     * Sends mails through this server: to the clinic's addresses in the catalogue, and to patients who gave theirs. Goes with
     * {@link #storage}; needs Angus Mail on the class path. Without {@link #publicUrl} mails have no links.
     */
    public CareletBuilder mail(SmtpServer server) {
        destinations.mailBy(server);
        return this;
    }

    /**
     * Calls the host's own code at each event of a booking; goes with {@link #storage}. Several are told apart by their order,
     * also after a restart.
     */
    public CareletBuilder onBooking(BookingListener listener) {
        destinations.add(listener);
        return this;
    }

    /**
     * Knows patients for so long after their bookings are closed, or their visits were; without this, for 90 days. Then who a
     * booking was for and why is forgotten, and what happened stays.
     */
    public CareletBuilder keepFor(Duration time) {
        lifetimes = lifetimes.withPatients(time);
        return this;
    }

    /** Lets a system of the clinic pick bookings up and answer them; several for one system while its token changes. */
    public CareletBuilder pickup(PickupCredential credential) {
        pickup.add(credential);
        return this;
    }

    /** Lets patients' links lead to their bookings for so long after these are over; without this, for 90 days. */
    public CareletBuilder linksFor(Duration time) {
        lifetimes = lifetimes.withLinks(time);
        return this;
    }

    /**
     * Takes what a practitioner's own calendar says is taken as taken, wherever they work; goes with {@link #storage}. A
     * daemon thread reads it now and then. What was read last holds while it can't be read, also after a restart if the
     * last good catalogue is kept; until it was read once, no time of the practitioner is offered.
     */
    public CareletBuilder calendar(PractitionerCalendar calendar) {
        calendars.add(calendar);
        return this;
    }

    /** Reads the practitioners' calendars in such intervals; without this, every 5 minutes. */
    public CareletBuilder calendarsEvery(Duration interval) {
        calendars.readEvery(interval);
        return this;
    }

    /**
     * Takes what this says is taken as taken, besides bookings: a host's own records, say. Asked for each list of times and
     * each submission, so it should answer from memory. Goes with {@link #storage}.
     */
    public CareletBuilder takenBy(TakenTimes times) {
        calendars.add(times);
        return this;
    }

    /** Tells those to wait who send more than this; without this, more than {@link RateLimits#DEFAULT}. */
    public CareletBuilder limits(RateLimits rates) {
        limits = Optional.of(rates);
        return this;
    }

    /** Tells nobody to wait: something before Carelet does, or a test must be fast. */
    public CareletBuilder withoutLimits() {
        limits = Optional.empty();
        return this;
    }

    /**
     * Believes these when they say for whom they pass a request on ({@code X-Forwarded-For}, {@code Forwarded} of RFC 7239), so
     * that limits count patients and not a proxy. Networks are like {@code 10.0.0.0/8} or {@code ::1}; without any, nobody is.
     */
    public CareletBuilder trustedProxies(String... networks) {
        trustedProxies.add(networks);
        return this;
    }

    /** Says where messages may go; without this, by https to public addresses only. */
    public CareletBuilder egress(EgressRules rules) {
        destinations.allow(rules);
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

    /**
     * Lets pages that are cross-origin isolated frame the form and the pages: each of these then asks for the same of what it
     * loads, by {@code Cross-Origin-Embedder-Policy: require-corp}. Pictures of other sites in the content must agree to that.
     */
    public CareletBuilder crossOriginIsolated() {
        crossOriginIsolated = true;
        return this;
    }

    /**
     * Opens the studio, {@code {base}/studio}, to whoever finds it: it shows what the clinic offers, in what can be pasted, and
     * the partners' pages; and {@code {base}/doctor}. For development; without it, they are for those who may open the inbox.
     */
    public CareletBuilder openStudio() {
        openStudio = true;
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

    /**
     * Keeps the last good catalogue in this folder, which is made if absent. At a start at which the source is down or broken
     * it serves, with the problem reported; without one, such a start fails. With {@link #storage} it is kept there anyhow.
     */
    public CareletBuilder lastGood(Path folder) {
        lastGood = Optional.of(folder);
        return this;
    }

    /** Hears of each reload: what is served afterwards, and what was wrong. Called by the thread that reloads. */
    public CareletBuilder onReload(Consumer<Publication> listener) {
        onReload = listener;
        return this;
    }

    /** Hears how far a publication has come, the first one included. Called by the thread that publishes. */
    public CareletBuilder onProgress(Consumer<PublishProgress> listener) {
        onProgress = listener;
        return this;
    }

    /**
     * Says things to patients in the words of this folder's files, {@code {BCP 47 tag}.properties} in UTF-8. Of a language
     * that Carelet speaks a file has what is to be said otherwise; a file of another language has every message.
     */
    public CareletBuilder messages(Path newFolder) {
        languages.readFrom(newFolder);
        return this;
    }

    /**
     * Speaks these languages though nobody has reviewed their messages ({@code meta.reviewedBy}), and says so in each page.
     * Without this, whoever asks for one of them gets the interface in another language. English and Spanish need none of it.
     *
     * @param tags BCP 47 tags, such as {@code fa}
     */
    public CareletBuilder unreviewedLanguages(String... tags) {
        languages.allow(List.of(tags));
        return this;
    }

    /** Lets this count what happens, such as a {@link MicrometerMeasures}; without it nobody does. */
    public CareletBuilder measures(Measures newMeasures) {
        measures = newMeasures;
        return this;
    }

    /** Judges everything by this clock instead of the system's. */
    public CareletBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /**
     * Reads the catalogue and opens everything; or nothing, if any of it can't be.
     *
     * @throws ConfigurationException if what was asked for can't work
     * @throws InvalidCatalogException if the catalogue has errors
     * @throws StorageException if the storage can't be opened
     */
    public Carelet build() {
        List<String> problems = new ArrayList<>();
        Languages spoken = check(problems);
        if (calendars.areNone()) {
            ConfigurationException.throwIfAny(problems);
        }
        PublishedCatalog catalog = published(problems);
        ConfigurationException.throwIfAny(problems);
        Settings settings = settings(spoken);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            FrontDeskOpening opening = new FrontDeskOpening(
                    destinations, calendars, settings, lifetimes, kept().map(each -> each.resolve("calendars")));
            Optional<FrontDesk> desk = storage.map(place -> opening.open(place, keys.orElseThrow(), catalog, open));
            watchEvery.ifPresent(interval -> open.add(new CatalogWatch(catalog, interval)));
            catalog.open();
            destinations.warnOfMails(catalog.current().catalog().clinic());
            return new Carelet(settings, catalog, desk, open);
        } catch (RuntimeException e) {
            Closing.all(open);
            throw e;
        }
    }

    private Settings settings(Languages spoken) {
        return new Settings(
                clock,
                publicUrl,
                bookingAt,
                crossOriginIsolated,
                limits,
                openStudio,
                trustedProxies.networks(),
                partners.all(),
                pickup,
                spoken,
                measures);
    }

    private Optional<Path> kept() {
        return lastGood.or(() -> folder.map(each -> each.resolve("published")));
    }

    /** Reads the catalogue, and adds to the problems what only it can tell; with other problems its own are for later. */
    private PublishedCatalog published(List<String> problems) {
        try {
            PublishedCatalog catalog =
                    new PublishedCatalog(source, clock, kept().map(LastGood::in), onReload, onProgress);
            calendars.addUnknown(catalog.current().catalog(), problems);
            partners.addUnknown(catalog.current().catalog(), problems);
            return catalog;
        } catch (InvalidCatalogException e) {
            ConfigurationException.throwIfAny(problems);
            throw e;
        }
    }

    private Languages check(List<String> problems) {
        Languages spoken = languages.read(problems);
        publicUrl.ifPresent(address -> MountAddress.check("publicUrl", address, problems));
        bookingAt.ifPresent(address -> MountAddress.check("bookingAt", address, problems));
        checkWhereBookingsGo(problems);
        trustedProxies.check(problems);
        lifetimes.check(problems);
        watchEvery
                .filter(interval -> interval.compareTo(SHORTEST_WATCH) < 0)
                .ifPresent(interval -> problems.add("watch " + interval + " is too often: expected 10 ms or more"));
        partners.check(problems);
        destinations.check(problems);
        calendars.check(destinations.guard(), contentOnly, problems);
        return spoken;
    }

    private void checkWhereBookingsGo(List<String> problems) {
        if (bookingAt.isPresent() && !contentOnly) {
            problems.add("bookingAt leads bookings elsewhere: it goes with contentOnly()");
        }
        if (contentOnly == storage.isPresent()) {
            problems.add("say either where bookings are kept, with storage(…) and keys(…), or contentOnly()");
        }
        if (storage.isPresent() && keys.isEmpty()) {
            problems.add("storage(…) needs keys(…): what identifies a patient is never written in the clear");
        }
        if (contentOnly && !pickup.isEmpty()) {
            problems.add("contentOnly() has no bookings to pick up");
        }
        if (contentOnly && (keys.isPresent() || !destinations.isEmpty())) {
            problems.add(
                    "contentOnly() has neither keys, nor webhooks, nor FHIR servers, nor mail, nor listeners: no booking is"
                            + " taken here");
        }
    }
}
