package io.github.carelet.booking;

import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A booking, as the clinic has it. Prints neither patient nor visit.
 *
 * @param id its id, never shown to anybody
 * @param reference what patient and clinic call it
 * @param status its state
 * @param version counts its changes, from 1
 * @param type id of the appointment type
 * @param location id of the location
 * @param start when it begins, if a time was picked or settled; in the offset of the location
 * @param seat what it takes then, while its state {@linkplain BookingStatus#takes counts}
 * @param preferred when the patient would like to come, otherwise
 * @param offers times that the clinic offers, while it is {@code proposed} or {@code waitlisted}
 * @param dueAt when it is looked at again if nothing happens before: the clinic promised to answer by then, or the offers
 *     run out then
 * @param source how it came in
 * @param referral through which partner it came, and from which page of theirs
 * @param language the language that the patient used
 * @param consent which texts the patient agreed to
 * @param quick whether the form was filled in faster than people do
 * @param createdAt when it came
 * @param updatedAt when it last changed
 * @param patient who the patient is
 * @param visit what the patient comes for
 */
public record Booking(
        String id,
        String reference,
        BookingStatus status,
        int version,
        String type,
        String location,
        Optional<OffsetDateTime> start,
        Optional<Seat> seat,
        List<Preference> preferred,
        List<Offer> offers,
        Optional<Instant> dueAt,
        BookingSource source,
        Referral referral,
        String language,
        Consents consent,
        boolean quick,
        Instant createdAt,
        Instant updatedAt,
        Patient patient,
        Visit visit) {

    private static final int ID_TIME_DIGITS = 12;

    /** Copies the lists. */
    public Booking {
        preferred = List.copyOf(preferred);
        offers = List.copyOf(offers);
    }

    /** Returns the booking in another state, one version on. Nothing is on offer then, and nothing falls due. */
    public Booking changedTo(BookingStatus newStatus, Instant at) {
        return changedTo(newStatus, timing().quiet(), at);
    }

    /** Returns the booking in another state and at another time, one version on. */
    Booking changedTo(BookingStatus newStatus, Timing timing, Instant at) {
        return new Booking(
                id,
                reference,
                newStatus,
                version + 1,
                type,
                timing.location(),
                timing.start(),
                timing.seat(),
                timing.preferred(),
                timing.offers(),
                timing.dueAt(),
                source,
                referral,
                language,
                consent,
                quick,
                createdAt,
                at,
                patient,
                visit);
    }

    /** Returns the booking without something that its patient agreed to, one version on. */
    Booking without(ConsentKind kind, Instant at) {
        return new Booking(
                id,
                reference,
                status,
                version + 1,
                type,
                location,
                start,
                seat,
                preferred,
                offers,
                dueAt,
                source,
                referral,
                language,
                consent.without(kind, at),
                quick,
                createdAt,
                at,
                patient,
                visit);
    }

    /** Returns what no id of a booking that was made at an instant or later comes before: ids begin with their time. */
    public static String earliestId(Instant at) {
        return HexFormat.of().toHexDigits(at.toEpochMilli(), ID_TIME_DIGITS);
    }

    /** Returns the same with other times on offer, for a store that keeps these by themselves. */
    public Booking offering(List<Offer> others) {
        return new Booking(
                id, reference, status, version, type, location, start, seat, preferred, others, dueAt, source, referral,
                language, consent, quick, createdAt, updatedAt, patient, visit);
    }

    /** Returns the same, as another version. */
    Booking withVersion(int other) {
        return new Booking(
                id, reference, status, other, type, location, start, seat, preferred, offers, dueAt, source, referral,
                language, consent, quick, createdAt, updatedAt, patient, visit);
    }

    /** Returns the id of the partner through which it came. */
    public Optional<String> partner() {
        return referral.partner();
    }

    Timing timing() {
        return new Timing(location, start, seat, preferred, offers, dueAt);
    }

    /** Returns whether the time to look at it again has come. */
    boolean isDue(Instant now) {
        return dueAt.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** Returns whether it has offers that have run out. */
    boolean isLapsed(Instant now) {
        return !offers.isEmpty() && isDue(now);
    }

    @Override
    public String toString() {
        return "Booking[" + reference + " " + status + " v" + version + "]";
    }
}
