package io.github.carelet;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.StoreUnavailableException;
import io.github.carelet.calendar.CalendarState;
import io.github.carelet.calendar.PractitionerCalendars;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.ContentHealth;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.egress.Network;
import io.github.carelet.language.Languages;
import io.github.carelet.privacy.AuditTrail;
import io.github.carelet.privacy.PartnerTokens;
import io.github.carelet.privacy.UserTokens;
import io.github.carelet.search.SearchIndex;
import io.github.carelet.source.CatalogSource;
import io.github.carelet.source.ChangeCursor;
import io.github.carelet.source.ChangePage;
import io.github.carelet.store.SqlStorage;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One clinic's content and, if the host asked for that, its bookings. Built once, given to a servlet, closed at the end:
 *
 * <pre>{@code
 * Carelet carelet = Carelet.builder(FileSource.of(Path.of("clinic.json"), CatalogReader.strict()))
 *         .storage(Path.of("carelet-data"))
 *         .keys(KeyRing.load(Path.of("keys.json")))
 *         .build();
 * }</pre>
 *
 * <p>Nothing happens that was not asked for: without {@code storage} there is no file, no key and no thread. Two of them in
 * one JVM do not notice each other. Safe for use by many threads; {@link #close} stops every thread and lets go of every
 * file.
 */
public final class Carelet implements AutoCloseable {

    private final Settings settings;
    private final PublishedCatalog catalog;
    private final Optional<FrontDesk> desk;
    private final List<AutoCloseable> open;
    private final Funnel funnel;
    private volatile Optional<Inspected> inspected = Optional.empty();
    private final Derived<SearchOnDemand> search;
    private final Derived<ScopedCatalogs> catalogs;

    Carelet(Settings settings, PublishedCatalog catalog, Optional<FrontDesk> desk, List<AutoCloseable> open) {
        this.settings = settings;
        this.catalog = catalog;
        this.desk = desk;
        this.search =
                Derived.successive(this, (publication, before) -> SearchOnDemand.after(before, publication.catalog()));
        this.catalogs = Derived.successive(this, (publication, before) -> new ScopedCatalogs(publication.catalog()));
        this.funnel = new Funnel(settings.measures(), this::partners);
        List<AutoCloseable> all = new ArrayList<>(open);
        all.add(settings.measures().watch(this::standing));
        this.open = List.copyOf(all);
    }

    /** Returns whether {@link #configured} takes a setting of this name, in whatever spelling. */
    public static boolean isSetting(String name) {
        return ConfigurationFile.takes(name);
    }

    /**
     * Starts building one as a JSON file says; see the README for its keys. Paths in it are relative to the file.
     *
     * @throws ConfigurationException if the file can't be read or is wrong
     */
    public static CareletBuilder configured(Path file) {
        return ConfigurationFile.read(file);
    }

    /**
     * Starts building one as the settings of a host say, for hosts that have settings of their own: the same keys and the same
     * rules as in the file. Names may be written with dashes ({@code public-url}), numbers and truths as texts, and lists of
     * texts with commas; a catalogue that starts with {@code classpath:} is in the application. A {@code path} is passed over:
     * it is where the host mounts the servlet.
     *
     * @param settings maps, lists, texts, numbers and truths; of several spellings of one name the first holds
     * @param name what the host calls them, such as {@code carelet}; problems begin with it
     * @param folder where relative paths begin
     * @param classes what finds the resources of the application
     * @throws ConfigurationException if anything is wrong
     */
    public static CareletBuilder configured(Map<String, ?> settings, String name, Path folder, ClassLoader classes) {
        return ConfigurationFile.read(settings, ConfigurationOrigin.settings(name, folder, classes));
    }

    /** Starts building one that shows what the source holds. */
    public static CareletBuilder builder(CatalogSource source) {
        return new CareletBuilder(source);
    }

    /** Returns the catalogue that is being served now. */
    public Publication publication() {
        return catalog.current();
    }

    /** Returns what is being served now to whoever comes through a partner: all of the catalogue, or that partner's part of it. */
    public Catalog catalog(Optional<Partner> partner) {
        return catalogs.get().through(partner);
    }

    /** Returns the index of {@link #catalog}. It is built when it is first asked for. */
    public SearchIndex searchIndex(Optional<Partner> partner) {
        return partner.filter(each -> !each.scope().isAll())
                .map(each -> catalogs.get().index(each))
                .orElseGet(this::searchIndex);
    }

    /** Returns the index of the catalogue that is being served now. It is built when it is first asked for. */
    public SearchIndex searchIndex() {
        return search.get().index();
    }

    /**
     * Reads the catalogue again. If it has errors, the last good one keeps serving.
     *
     * @return what is being served afterwards, with what is wrong with the new reading
     */
    public Publication reload() {
        return catalog.reload();
    }

    /** Returns where bookings are taken; empty if this is content only. */
    public Optional<BookingDesk> bookingDesk() {
        return desk.map(FrontDesk::desk);
    }

    /** Returns where the clinic does its part of each booking; empty if this is content only. */
    public Optional<ClinicDesk> clinicDesk() {
        return bookingDesk().map(BookingDesk::clinic);
    }

    /** Returns the clinic's inbox, for each who works with it; empty if this is content only. */
    public Optional<InboxAccess> inbox() {
        return desk.map(FrontDesk::inbox);
    }

    /** Returns what the clinic closes besides what the catalogue says; empty if this is content only. */
    public Optional<Closures> closures() {
        return desk.map(FrontDesk::closures);
    }

    /** Returns what forgets patients, in time or at once; empty if this is content only. */
    public Optional<Retention> retention() {
        return desk.map(FrontDesk::retention);
    }

    /** Returns what a patient may ask of the clinic: all that is kept, and to be forgotten; empty if this is content only. */
    public Optional<PatientRights> patientRights() {
        return desk.map(each -> new PatientRights(each, clock()));
    }

    /** Returns who saw and changed what the clinic has of its patients; empty if this is content only. */
    public Optional<AuditTrail> audit() {
        return desk.map(each -> each.storage().audit());
    }

    /** Returns what became of the messages that tell of bookings; empty if this is content only. */
    public Optional<Deliveries> deliveries() {
        return desk.map(FrontDesk::deliveries);
    }

    /** Returns what knows which times are free; empty if this is content only. */
    public Optional<Availability> availability() {
        return bookingDesk().map(each -> each.availability().heardBy(settings.measures()::searched));
    }

    /** Returns what signs the forms of the clinic's people; empty if this is content only. */
    public Optional<UserTokens> userTokens() {
        return desk.map(FrontDesk::userTokens);
    }

    /** Returns the address of the Carelet that takes the bookings, if it is another one than this; no slash at its end. */
    public Optional<URI> bookingAt() {
        return settings.bookingAt();
    }

    /** Returns the credential whose token this is; empty if it is nobody's. Every one is tried, so that none takes longer. */
    public Optional<PickupCredential> pickup(String token) {
        return settings.pickup().stream().filter(each -> each.accepts(token)).toList().stream()
                .findFirst();
    }

    /** Returns the absolute address of the mounted servlet, without a slash at its end, if the host said it. */
    public Optional<URI> publicUrl() {
        return settings.publicUrl();
    }

    /** Returns the languages in which patients are spoken to. */
    public Languages languages() {
        return settings.languages();
    }

    /** Returns whether pages that are cross-origin isolated may frame what is shown. */
    public boolean crossOriginIsolated() {
        return settings.crossOriginIsolated();
    }

    /** Returns how often somebody may send something to the booking flow; empty if there is no limit. */
    public Optional<RateLimits> limits() {
        return settings.limits();
    }

    /** Returns from where it is believed for whom a request is passed on. */
    public List<Network> trustedProxies() {
        return settings.trustedProxies();
    }

    /** Returns whether anything tells somebody of a booking: a webhook, a mail server or a listener. */
    public boolean tellsOfBookings() {
        return desk.filter(FrontDesk::told).isPresent();
    }

    /** Returns where bookings are kept: a file, or the address of a database; empty if this is content only. */
    public Optional<String> storedAt() {
        return desk.map(each -> each.storage().place());
    }

    /** Returns the clock by which everything is judged. */
    public InstantSource clock() {
        return settings.clock();
    }

    /** Returns whether whoever finds the studio may use it. */
    public boolean openStudio() {
        return settings.openStudio();
    }

    /** Returns what names the partners' own pages; empty if this is content only, which has no keys. */
    public Optional<PartnerTokens> partnerTokens() {
        return desk.map(FrontDesk::partnerTokens);
    }

    /** Returns a partner. */
    public Optional<Partner> partner(String id) {
        return Partner.of(id, partners());
    }

    /** Returns all partners. */
    public List<Partner> partners() {
        return desk.map(each -> each.partners().all()).orElseGet(settings::partners);
    }

    /** Returns where partners are entered and removed; empty if this is content only. */
    public Optional<PartnerDirectory> partnerDirectory() {
        return desk.map(FrontDesk::partners);
    }

    /** Returns what hears what happens, so that the host can count it. */
    public Measures measures() {
        return settings.measures();
    }

    /** Returns what counts how far visitors come. */
    public Funnel funnel() {
        return funnel;
    }

    private Standing standing() {
        return new Standing(
                clock().instant(),
                publication(),
                desk.flatMap(FrontDesk::backlog).flatMap(BacklogWatch::seen));
    }

    /** Returns whether this can do its work, as of now. */
    public Health health() {
        String tzdb = ZoneRulesProvider.getVersions("UTC").lastKey();
        if (desk.isEmpty()) {
            return new Health(
                    true, publication(), Optional.empty(), "none", Optional.empty(), List.of(), Optional.empty(), tzdb);
        }
        List<CalendarState> calendars =
                desk.get().calendars().map(PractitionerCalendars::states).orElse(List.of());
        SqlStorage storage = desk.get().storage();
        Optional<Health.Audit> audited = Optional.of(desk.get().patrol().seen());
        try {
            storage.check();
            return new Health(
                    true,
                    publication(),
                    desk.get().agreement().state(),
                    "ok",
                    Optional.of(storage.outbox().backlog(clock().instant())),
                    calendars,
                    audited,
                    tzdb);
        } catch (StoreUnavailableException e) {
            return new Health(
                    false, publication(), Optional.empty(), "unavailable", Optional.empty(), calendars, audited, tzdb);
        }
    }

    /**
     * Returns what has changed in the catalogue, as far as the public may know, with tombstones for what is gone or withdrawn.
     *
     * @param since where the last answer ended; without it, or if it is unknown, a full listing comes back as a reset
     * @param limit the most changes to return
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public ChangePage changes(Optional<ChangeCursor> since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + ": expected 1 or more");
        }
        return catalog.changes(since, limit);
    }

    /** Keeps something up to date with the catalogue from now on. */
    void add(Derived<?> derived) {
        catalog.add(derived);
    }

    /** Returns what an editor has to look after in what is being served, as of now. Looked up once a day and publication. */
    public ContentHealth contentHealth() {
        Publication now = publication();
        LocalDate today =
                LocalDate.ofInstant(clock().instant(), now.catalog().clinic().timeZone());
        Optional<Inspected> known = inspected.filter(
                each -> each.publication == now && each.health.day().equals(today));
        if (known.isPresent()) {
            return known.get().health;
        }
        ContentHealth health = ContentHealth.of(now.catalog(), now.problems(), today);
        inspected = Optional.of(new Inspected(now, health));
        return health;
    }

    private record Inspected(Publication publication, ContentHealth health) {}

    @Override
    public void close() {
        Closing.all(open);
    }
}
