package io.github.carelet.booking;

import io.github.carelet.booking.FormTokens.Issued;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.privacy.KeyRing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Takes submissions, judges them and puts them in the clinic's hands. Safe for use by many threads.
 *
 * <p>The checks run in the order: token, idempotency, fields, rules, reservation. A submission that looks like a machine's
 * is accepted like any other, but stored as {@link BookingStatus#SUSPECT} and delivered to nobody; from outside it can't
 * be told from {@link BookingStatus#REQUESTED}.
 */
public final class BookingDesk {

    private final Supplier<Catalog> catalog;
    private final BookingStore store;
    private final InstantSource clock;
    private final Identity identity;
    private final List<TakenTimes> others;
    private final Function<Optional<String>, Catalog> offered;
    private final FormTokens tokens;
    private final Rehearsals rehearsals;
    private final Availability availability;
    private final Intake intake;
    private final PatientActions patients;
    private final Cancellation cancellation;
    private final Rescheduling rescheduling;
    private final Acceptance acceptance;
    private final Revocation revocation;
    private final Holding holding;
    private final Changes changes;
    private final ClinicDesk clinic;

    private BookingDesk(
            Supplier<Catalog> catalog,
            BookingStore store,
            InstantSource clock,
            Identity identity,
            List<TakenTimes> others,
            Function<Optional<String>, Catalog> offered) {
        this.others = List.copyOf(others);
        this.offered = offered;
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
        this.identity = identity;
        this.tokens = new FormTokens(identity.keys(), identity.random());
        this.rehearsals = new Rehearsals(identity.keys());
        List<TakenTimes> sources = new ArrayList<>(List.of(store));
        sources.addAll(others);
        this.availability = new Availability(sources, clock);
        BookingNames names = new BookingNames(identity.keys(), identity.random());
        BookingMessages messages = new BookingMessages(identity.audience(), catalog, names);
        this.changes = new Changes(store, messages);
        this.intake = new Intake(offered, tokens, availability, new Admission(names, messages, changes));
        this.holding = new Holding(catalog, availability, changes);
        this.patients = new PatientActions(changes, identity.links());
        this.cancellation = new Cancellation(changes);
        this.rescheduling = new Rescheduling(offered, availability, changes);
        this.acceptance = new Acceptance(changes);
        this.revocation = new Revocation(changes, identity.ofPatient());
        DeskTurn turn = new DeskTurn(catalog, availability, changes, clock);
        this.clinic = new ClinicDesk(turn, new PhoneBookings(turn, names, messages), revocation);
    }

    /**
     * What a desk signs with, draws from and tells, and how it knows its patients.
     *
     * @param keys the secrets
     * @param random where tokens, ids and references come from
     * @param audience who hears of each booking
     * @param links how long the patients' links lead anywhere
     * @param ofPatient gives every booking of a patient
     */
    record Identity(
            KeyRing keys,
            RandomGenerator random,
            Audience audience,
            LinkLife links,
            Function<Patient, List<Booking>> ofPatient) {

        Identity(KeyRing keys, RandomGenerator random, List<String> webhooks) {
            this(keys, random, Audience.ofWebhooks(webhooks));
        }

        Identity(KeyRing keys, RandomGenerator random, Audience audience) {
            this(keys, random, audience, LinkLife.DEFAULT, patient -> List.of());
        }
    }

    /**
     * Returns a desk.
     *
     * @param catalog gives the catalogue that holds now; asked for each submission
     * @param store where bookings are kept
     * @param keys the secrets of the clinic
     * @param clock by which everything is judged
     * @param audience who hears of each booking
     */
    public static BookingDesk of(
            Supplier<Catalog> catalog, BookingStore store, KeyRing keys, InstantSource clock, Audience audience) {
        return of(catalog, store, clock, new Identity(keys, new SecureRandom(), audience));
    }

    static BookingDesk of(Supplier<Catalog> catalog, BookingStore store, InstantSource clock, Identity identity) {
        return new BookingDesk(catalog, store, clock, identity, List.of(), partner -> catalog.get());
    }

    /**
     * Returns the same desk, but that patients' links lead to their bookings for another time after these are over; without
     * this, for 90 days.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public BookingDesk withLinksFor(Duration time) {
        return with(new LinkLife(time), identity.ofPatient());
    }

    /**
     * Returns the same desk, but that it finds what else a patient has booked, and that what they take back they take back
     * in all of it; without this, in one booking.
     */
    public BookingDesk findingPatientsIn(InboxStore inbox) {
        PatientBookings patients = new PatientBookings(inbox);
        return with(
                identity.links(),
                patient ->
                        patients.of(patient).stream().map(InboxEntry::booking).toList());
    }

    private BookingDesk with(LinkLife links, Function<Patient, List<Booking>> ofPatient) {
        Identity other = new Identity(identity.keys(), identity.random(), identity.audience(), links, ofPatient);
        return new BookingDesk(catalog, store, clock, other, others, offered);
    }

    /**
     * Returns the same desk, but that besides bookings it asks others what is taken.
     *
     * @param times what one of them says is taken is taken
     */
    public BookingDesk withTakenTimes(List<TakenTimes> times) {
        return new BookingDesk(catalog, store, clock, identity, times, offered);
    }

    /**
     * Returns the same desk, but that whoever comes through a partner is offered what this gives for the partner's id, and
     * nothing else, whatever their form says.
     */
    public BookingDesk offering(Function<Optional<String>, Catalog> catalogs) {
        return new BookingDesk(catalog, store, clock, identity, others, catalogs);
    }

    /** Returns what knows which times are free. */
    public Availability availability() {
        return availability;
    }

    /** Returns what knows which times are free for the form with a token: what it holds itself is free for it. */
    public Availability availability(String token) {
        return tokens.read(token)
                .map(issued -> availability.without(Hold.idOf(issued.key())))
                .orElse(availability);
    }

    /** Returns a fresh token for a form. */
    public FormToken issueToken(Optional<String> partner) {
        return tokens.issue(partner, now());
    }

    /**
     * Returns a token for a form that is sent only to see that it arrives: {@link #book} answers it with {@link
     * BookingOutcome.Rehearsed}, whatever else is in it, and neither looks at the store nor changes it. It lives for ten minutes, is good for nothing else, and
     * spends nothing.
     *
     * @param form every field that will be sent, but the token
     */
    public FormToken rehearse(Submission form) {
        return rehearsals.issue(form, now());
    }

    /** Returns the partner that a token of ours binds, expired or not; empty if there is none or the token is not ours. */
    public Optional<String> partnerOf(String token) {
        return tokens.read(token).flatMap(Issued::partner);
    }

    /**
     * Returns what the form with a token carries as {@code ref} beside it, to say from which page or campaign of the partner it
     * was opened; empty if the token is not ours. It is signed, lives as long as the token, and is good with no other.
     *
     * @param source see {@link Referral#isSource}
     */
    public Optional<String> refer(String token, String source) {
        return tokens.refer(token, source);
    }

    /** Returns the source that {@link #refer} signed for a token, expired or not; empty if it did not sign this one for it. */
    public Optional<String> sourceOf(String token, String ref) {
        return tokens.source(token, ref);
    }

    /**
     * Takes a submission. Its {@code ref}, if it has one, is judged after idempotency: a form that says of itself that it comes
     * from where it does not is none of ours, but one that was booked gets its answer again, whatever it says.
     *
     * @param language the BCP 47 tag of the language that the patient used
     */
    public BookingOutcome book(Submission submission, String language) {
        Instant now = now();
        return rehearsals.judge(submission, now).orElseGet(() -> intake.book(submission, language, now));
    }

    /**
     * Holds a time for the form with a token while it is filled in, in place of what it held before. {@link #book} with the same
     * token takes the hold's place; without one, it is judged like any other. Only types in {@code slots} mode are held,
     * for ten minutes, and few times a day: {@link HoldOutcome.NotHeld} is no reason not to go on. Holding again begins anew.
     */
    public HoldOutcome hold(String token, HoldRequest request) {
        Instant now = now();
        Optional<Issued> issued = tokens.read(token).filter(each -> !each.isFromTheFuture(now) && !each.isExpired(now));
        try {
            return issued.isEmpty() || store.spent(issued.get().key()).isPresent()
                    ? new HoldOutcome.TokenRefused()
                    : holding.hold(issued.get(), request, now);
        } catch (StoreUnavailableException e) {
            return new HoldOutcome.Unavailable();
        }
    }

    /**
     * Returns why a time can't be had now for the form with a token, with the nearest others; empty if it can. Changes nothing.
     * A token that is none of ours holds nothing.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public Optional<HoldOutcome.Refused> judge(String token, HoldRequest request) {
        return holding.judge(request, availability(token), now());
    }

    /**
     * Returns what the patient's page shows; empty if there is no such booking, or if it has been over for longer than links
     * live. Changes nothing.
     *
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public Optional<ManagedBooking> find(String manageToken) {
        Instant now = now();
        return patients.find(manageToken, now)
                .map(booking -> ManagedBooking.of(
                        booking, catalog.get().appointmentType(booking.type()), historyOfCancelled(booking), now));
    }

    private List<HistoryEntry> historyOfCancelled(Booking booking) {
        return booking.status() == BookingStatus.CANCELLED ? store.history(booking.id()) : List.of();
    }

    /**
     * Calls a booking off for the patient. Fields: {@code token}, {@code reason}. What it took, or was offered, is free again.
     * Calling off what is called off already changes nothing and succeeds.
     */
    public ChangeOutcome cancel(String manageToken, Submission submission) {
        return act(manageToken, submission, cancellation);
    }

    /**
     * Moves a booking for the patient. Fields: {@code token}; {@code slot} or up to three {@code preferred}, as in a new
     * booking; {@code location} if it is to be elsewhere. The link, the reference and the calendar entry's identity stay.
     *
     * <p>A picked time is taken in the same step that frees the old one, and judged as for a new booking, but the booking is
     * not in its own way. Of a type in {@code slots} mode it is confirmed then, else requested, and holds its place. With
     * wishes it is requested and takes nothing. Times that were offered are free again. Moving it to where it is already
     * changes nothing and succeeds.
     */
    public ChangeOutcome reschedule(String manageToken, Submission submission) {
        return act(manageToken, submission, rescheduling);
    }

    /**
     * Accepts a time that the clinic offers. Fields: {@code token}, {@code offer}, one of {@link ManagedBooking#offers} as ISO
     * offset date-time. The booking is confirmed then, and the other times are free again. Offers that have run out are not
     * possible any more. Accepting what is accepted already changes nothing and succeeds.
     */
    public ChangeOutcome accept(String manageToken, Submission submission) {
        return act(manageToken, submission, acceptance);
    }

    /**
     * Takes back what a patient agreed to besides the request itself, in this booking and in what else is booked under the
     * same name with the same phone number or e-mail address. Fields: {@code token}; {@code what}, one of
     * {@link ConsentKind#code}. Possible in any state; taking back what is taken back already changes nothing and succeeds.
     */
    public ChangeOutcome revoke(String manageToken, Submission submission) {
        return act(manageToken, submission, revocation);
    }

    /** One token is good for each action, as often as it lives: every action says by itself if it was done before. */
    private ChangeOutcome act(String manageToken, Submission submission, PatientActions.Action action) {
        Instant now = now();
        Optional<Issued> token = tokens.of(submission, now);
        if (token.isEmpty() || token.get().isExpired(now)) {
            return new ChangeOutcome.TokenRefused(token.isPresent());
        }
        return patients.act(manageToken, submission, now, action);
    }

    /** Returns where the clinic does its part. */
    public ClinicDesk clinic() {
        return clinic;
    }

    /**
     * Looks after bookings that have fallen due: escalates requests that were not answered as promised, once each, and takes
     * back holds and offers that have run out. To be called now and then; many may at once. Nothing depends on how soon.
     *
     * @return how many bookings this call changed
     * @throws StoreUnavailableException if the store can't be asked now
     */
    public int lookAfter() {
        Instant now = now();
        store.endHolds(now);
        int changed = 0;
        int before;
        do {
            before = changed;
            for (Booking booking : store.due(now, Changes.AT_ONCE)) {
                changed += changes.lookAfter(booking, now) ? 1 : 0;
            }
        } while (changed - before == Changes.AT_ONCE);
        return changed;
    }

    /** Stores keep milliseconds: what is answered now must be what is answered after a restart. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
