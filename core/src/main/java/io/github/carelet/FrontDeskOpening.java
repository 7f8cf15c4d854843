package io.github.carelet;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.Closures;
import io.github.carelet.booking.Inbox;
import io.github.carelet.booking.Inbox.InboxAccess;
import io.github.carelet.booking.ManageLinks;
import io.github.carelet.booking.Retention;
import io.github.carelet.booking.TakenTimes;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.delivery.Deliveries;
import io.github.carelet.delivery.DispatchSettings;
import io.github.carelet.delivery.Dispatcher;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.language.Languages;
import io.github.carelet.mail.BookingMails;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.privacy.PartnerTokens;
import io.github.carelet.privacy.UserTokens;
import io.github.carelet.store.SqlStorage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what a Carelet needs that takes bookings.
 *
 * @param destinations who hears of them
 * @param calendars what else takes times
 * @param wishes what else the host said
 */
record FrontDeskOpening(Destinations destinations, CalendarSettings calendars, Wishes wishes) {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDeskOpening.class);
    private static final Duration LOOK_AFTER_EVERY = Duration.ofSeconds(15);
    private static final int INDEXED_AT_ONCE = 500;

    /**
     * What else a host said.
     *
     * @param linksFor how long patients' links live after a booking is over
     * @param keepFor how long patients are known after their bookings are closed
     * @param publicUrl the absolute address of the servlet, without a slash at its end
     * @param kept where calendars are kept between starts
     * @param clock by which everything is judged
     * @param languages in which mails are written
     * @param partners those of the configuration
     */
    record Wishes(
            Optional<Duration> linksFor,
            Duration keepFor,
            Optional<URI> publicUrl,
            Optional<Path> kept,
            InstantSource clock,
            Languages languages,
            List<Partner> partners) {}

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
        if (destinations.isEmpty()) {
            LOG.warn(
                    "Bookings will be kept in {}, but nobody will hear of them: there is neither a webhook nor a mail server",
                    store.place());
        }
        Supplier<Catalog> current = () -> catalog.current().catalog();
        InstantSource clock = wishes.clock();
        CalendarReading reading = calendars.open(destinations.guard(), clock, current, wishes.kept(), open);
        Runnable wake =
                destinations.isEmpty() ? () -> {} : openDispatcher(store, mails(store, keys, current), open)::wake;
        Closures closures = closures(store, catalog);
        List<TakenTimes> others = new ArrayList<>(reading.sources());
        others.add(closures);
        BookingDesk usual = BookingDesk.of(
                        current, new WakingStore(store.bookings(), wake), keys, clock, destinations.audience())
                .withTakenTimes(others);
        BookingDesk desk = wishes.linksFor().map(usual::withLinksFor).orElse(usual);
        PartnerDirectory directory = new PartnerDirectory(wishes.partners(), store.partners(), clock);
        directory.look();
        Retention retention = new Retention(store.retention(), wishes.keepFor(), clock);
        AuditPatrol patrol = new AuditPatrol(store.audit());
        patrol.look();
        open.add(new BookingWatch(
                List.of(
                        desk::lookAfter,
                        closures::look,
                        directory::look,
                        () -> store.inbox().index(INDEXED_AT_ONCE),
                        retention::look,
                        patrol::look),
                LOOK_AFTER_EVERY));
        Deliveries deliveries = new Deliveries(store.outbox(), wake, clock);
        InboxAccess inbox = Inbox.on(current, store.inbox(), store.audit(), clock);
        return new FrontDesk(
                desk,
                inbox,
                closures,
                retention,
                deliveries,
                patrol,
                store,
                new UserTokens(keys, clock),
                new PartnerTokens(keys),
                directory,
                reading.calendars());
    }

    private Closures closures(SqlStorage store, PublishedCatalog catalog) {
        Closures closures = new Closures(
                () -> catalog.current().catalog(), store.closures(), wishes.clock(), catalog::overlayChanged);
        closures.look();
        catalog.overlay(new ClosedPlaces(closures));
        return closures;
    }

    private MailSource mails(SqlStorage store, KeyRing keys, Supplier<Catalog> catalog) {
        return new BookingMails(
                catalog,
                store.bookings(),
                new ManageLinks(keys, store.bookings()),
                new BookingMails.Sending(wishes.languages()::in, wishes.publicUrl(), wishes.clock()));
    }

    /** Says which mails will not be sent, since the catalogue does not say enough. */
    void warnOfMails(Clinic clinic) {
        if (destinations.mail() && clinic.mailFrom().isEmpty()) {
            LOG.warn(
                    clinic.notifyAddresses().isEmpty()
                            ? "No mail can be sent: the catalogue has neither clinic.mailFrom nor clinic.notify"
                            : "Mails are sent by the first address of clinic.notify: the catalogue has no clinic.mailFrom");
        }
        if (destinations.mail() && clinic.notifyAddresses().isEmpty()) {
            LOG.warn("The clinic gets no mail: the catalogue has no clinic.notify");
        }
    }

    /** Whoever closes the dispatcher closes its transports too. */
    private Dispatcher openDispatcher(SqlStorage store, MailSource mails, List<AutoCloseable> open) {
        String node = "process " + ProcessHandle.current().pid();
        Dispatcher dispatcher = Dispatcher.start(
                store.outbox(), destinations.open(mails, wishes.clock()), DispatchSettings.of(wishes.clock(), node));
        open.add(dispatcher);
        return dispatcher;
    }
}
