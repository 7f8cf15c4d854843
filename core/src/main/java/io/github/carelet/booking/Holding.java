package io.github.carelet.booking;

import io.github.carelet.booking.FormTokens.Issued;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.schedule.Claim;
import io.github.carelet.schedule.Refusal;
import io.github.carelet.schedule.SlotFinder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds times while patients fill in the form; few and not for long, so that a machine can't empty a calendar with them. */
final class Holding {

    private static final int MOST_A_DAY = 3;
    private static final int ONE_IN = 4;
    private static final int TRIES = 3;

    private final Supplier<Catalog> catalog;
    private final Availability availability;
    private final Changes changes;

    /**
     * Makes one.
     *
     * @param catalog gives the catalogue that holds now
     * @param availability knows what is taken
     * @param changes keeps holds, and ends those that are in the way though they have run out
     */
    Holding(Supplier<Catalog> catalog, Availability availability, Changes changes) {
        this.catalog = catalog;
        this.availability = availability;
        this.changes = changes;
    }

    /** Holds a time for a token that is neither expired nor spent; in place of what it held before. */
    HoldOutcome hold(Issued token, HoldRequest request, Instant now) {
        String id = Hold.idOf(token.key());
        Availability others = availability.without(id);
        Times times = new Times(catalog.get(), others, now);
        SlotFinder finder = times.finder(request.type(), request.location());
        for (int i = 0; i < TRIES; i++) {
            Optional<Claim> claim = times.claim(finder, request.start().toInstant());
            if (claim.isEmpty()) {
                return refused(times, finder, request);
            }
            if (request.type().mode() != Mode.SLOTS) {
                return new HoldOutcome.NotHeld();
            }
            Hold hold = hold(id, request, claim.get(), token.lifetimeEnd(now.plus(Hold.LIFETIME)));
            int most = most(finder, others, hold.start().toLocalDate());
            if (changes.store().tryHold(hold, Allowance.of(request.type()), most)) {
                return new HoldOutcome.Held(hold.until());
            }
            if (changes.endLapsed(now) == 0) {
                break;
            }
        }
        return times.claim(finder, request.start().toInstant()).isPresent()
                ? new HoldOutcome.NotHeld()
                : refused(times, finder, request);
    }

    /** Returns why a time can't be had of what is free; empty if it can. */
    Optional<HoldOutcome.Refused> judge(HoldRequest request, Availability free, Instant now) {
        Times times = new Times(catalog.get(), free, now);
        SlotFinder finder = times.finder(request.type(), request.location());
        return times.claim(finder, request.start().toInstant()).isPresent()
                ? Optional.empty()
                : Optional.of(refused(times, finder, request));
    }

    private static Hold hold(String id, HoldRequest request, Claim claim, Instant until) {
        OffsetDateTime start = claim.slot().start();
        return new Hold(id, request.type().id(), request.location().id(), start, Seat.of(claim), until);
    }

    /** A day with few free times has few that may be held. */
    private static int most(SlotFinder finder, Availability availability, LocalDate day) {
        int free = availability.find(finder, day, day).days().stream()
                .mapToInt(each -> each.size())
                .sum();
        return Math.max(1, Math.min(MOST_A_DAY, free / ONE_IN));
    }

    private static HoldOutcome.Refused refused(Times times, SlotFinder finder, HoldRequest request) {
        Instant start = request.start().toInstant();
        Refusal refusal = times.judge(finder, start).orElse(Refusal.SLOT_TAKEN);
        boolean full = refusal == Refusal.SLOT_TAKEN || refusal == Refusal.CAP_REACHED;
        AppointmentType type = request.type();
        List<Alternative> instead =
                full ? times.instead(type, request.location(), start, request.treatment()) : List.of();
        return new HoldOutcome.Refused(refusal, instead);
    }
}
