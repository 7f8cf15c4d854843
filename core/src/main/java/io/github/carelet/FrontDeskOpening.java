package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.BookingStore;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.Inbox;
import io.github.carelet.booking.ManageLinks;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.TakenTimes;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.delivery.DispatchSettings;
import io.github.carelet.delivery.Dispatcher;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.fhir.FhirAppointments;
import io.github.carelet.mail.BookingMails;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.PartnerTokens;
import io.github.carelet.privacy.UserTokens;
import io.github.carelet.store.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what a Carelet needs that takes bookings.
 *
 * @param destinations who hears of them
 * @param calendars what else takes times
 * @param settings what else the host said
 * @param lifetimes how long what belongs to a booking lasts
 * @param kept where calendars are kept between starts
 */
record FrontDeskOpening(
        Destinations destinations,
        CalendarSettings calendars,
        Settings settings,
        Lifetimes lifetimes,
        Optional<Path> kept) {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDeskOpening.class);
    private static final Duration LOOK_AFTER_EVERY = Duration.ofSeconds(15);
    private static final int INDEXED_AT_ONCE = 500;

    /**
     * Opens it.
     *
     * @param place opens the storage
     * @param keys the secrets of the clinic
     * @param catalog what the clinic offers; need not be open yet
     * @param open takes all that is to be closed again, in the order of opening, also if this fails half-way
     */
    FrontDesk open(
            Function<KeyRing, SqlStorage> place, KeyRing keys, PublishedCatalog catalog, List<AutoCloseable> open) {
        SqlStorage store = place.apply(keys);
        open.add(store);
        Supplier<Catalog> current = () -> catalog.current().catalog();
        InstantSource clock = settings.clock();
        CalendarReading reading = calendars.open(destinations.guard(), clock, current, kept, open);
        Runnable wake = dispatch(store, keys, current, open);
        Closures closures = closures(store, catalog);
        PartnerDirectory partners = new PartnerDirectory(settings.partners(), store.partners(), current, clock);
        Measures measures = settings.measures();
        BookingStore watched = new WatchedStore(store.bookings(), wake, measures, new Funnel(measures, partners::all));
        BookingDesk desk = desk(current, watched, keys, taken(reading, closures))
                .offering(offered(current, partners))
                .findingPatientsIn(store.inbox());
        FrontDesk opened = new FrontDesk(
                desk,
                Inbox.on(current, store.inbox(), store.audit(), clock),
                closures,
                new Retention(store.retention(), lifetimes.patients(), clock),
                new Deliveries(store.outbox(), wake, clock),
                new AuditPatrol(store.audit()),
                store,
                new UserTokens(keys, clock),
                new PartnerTokens(keys),
                partners,
                new CatalogAgreement(store.catalogs(), catalog::readVersion, clock),
                reading.calendars(),
                measures == Measures.NONE ? Optional.empty() : Optional.of(new BacklogWatch(store.outbox(), clock)),
                !destinations.isEmpty());
        opened.partners().look();
        opened.agreement().look();
        opened.patrol().look();
        opened.backlog().ifPresent(BacklogWatch::look);
        open.add(watch(opened));
        return opened;
    }

    private BookingDesk desk(Supplier<Catalog> catalog, BookingStore store, KeyRing keys, List<TakenTimes> taken) {
        BookingDesk desk = BookingDesk.of(catalog, store, keys, settings.clock(), destinations.audience())
                .withTakenTimes(taken);
        return lifetimes.links().map(desk::withLinksFor).orElse(desk);
    }

    /** Looks each time what holds now, and makes each part of it once. */
    private static Function<Optional<String>, Catalog> offered(Supplier<Catalog> current, PartnerDirectory partners) {
        AtomicReference<ScopedCatalogs> known = new AtomicReference<>(new ScopedCatalogs(current.get()));
        return id -> {
            Catalog now = current.get();
            return known.updateAndGet(last -> last.whole() == now ? last : new ScopedCatalogs(now))
                    .through(id.flatMap(each -> Partner.of(each, partners.all())));
        };
    }

    private static List<TakenTimes> taken(CalendarReading reading, Closures closures) {
        return Stream.concat(reading.sources().stream(), Stream.of(closures)).toList();
    }

    private BookingWatch watch(FrontDesk desk) {
        List<Runnable> chores = new ArrayList<>(List.of(
                desk.desk()::lookAfter,
                desk.closures()::look,
                desk.partners()::look,
                desk.agreement()::look,
                () -> desk.storage().inbox().index(INDEXED_AT_ONCE),
                desk.retention()::look,
                desk.patrol()::look));
        desk.backlog().ifPresent(backlog -> chores.add(backlog::look));
        return new BookingWatch(chores, LOOK_AFTER_EVERY, Beat.of(settings.clock()));
    }

    /** Starts to deliver, if there is anybody to deliver to, and returns what tells that something is to be delivered. */
    private Runnable dispatch(SqlStorage store, KeyRing keys, Supplier<Catalog> catalog, List<AutoCloseable> open) {
        if (destinations.isEmpty()) {
            LOG.warn(
                    "Bookings will be kept in {}, but nobody is told of them, they wait in the inbox: there is neither a webhook, nor a FHIR server, nor a mail server",
                    store.place());
            return () -> {};
        }
        String node = "process " + ProcessHandle.current().pid();
        // Whoever closes the dispatcher closes its transports too.
        Dispatcher dispatcher = Dispatcher.start(
                store.outbox(),
                destinations.open(
                        mails(store, keys, catalog), new FhirAppointments(catalog, store.bookings()), settings.clock()),
                DispatchSettings.of(settings.clock(), node));
        open.add(dispatcher);
        return dispatcher::wake;
    }

    private Closures closures(SqlStorage store, PublishedCatalog catalog) {
        Closures closures = new Closures(
                () -> catalog.current().catalog(), store.closures(), settings.clock(), catalog::overlayChanged);
        closures.look();
        catalog.overlay(new ClosedPlaces(closures));
        return closures;
    }

    private MailSource mails(SqlStorage store, KeyRing keys, Supplier<Catalog> catalog) {
        return new BookingMails(
                catalog,
                store.bookings(),
                new ManageLinks(keys, store.bookings()),
                new BookingMails.Sending(settings.languages()::in, settings.publicUrl(), settings.clock()));
    }
}
