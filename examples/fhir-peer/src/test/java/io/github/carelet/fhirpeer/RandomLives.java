package io.github.carelet.fhirpeer;

import io.github.carelet.booking.Booking;
import io.github.carelet.booking.Offer;
import io.github.carelet.booking.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Bookings that patients and clinic do everything with that can be done, in an order that a seed decides. */
final class RandomLives {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final PeerClinic clinic;
    private final Random random;
    private int booked;

    RandomLives(PeerClinic clinic, long seed) {
        this.clinic = clinic;
        this.random = new Random(seed);
    }

    /** Lets one booking come and live; delivers after each step. */
    void live() {
        clinic.advance(Duration.ofMinutes(7));
        clinic.book(form(), random.nextBoolean() ? "en" : "es").ifPresent(receipt -> {
            booked++;
            clinic.deliver();
            int steps = random.nextInt(5);
            for (int i = 0; i <= steps; i++) {
                step(receipt);
                clinic.deliver();
            }
        });
    }

    int booked() {
        return booked;
    }

    private Map<String, List<String>> form() {
        String type = pick("evaluation", "with-jo", "zug-talk", "asked");
        Map<String, List<String>> form = clinic.form(type);
        if (!type.equals("asked") && random.nextBoolean()) {
            form.put("treatment", List.of(type.equals("zug-talk") ? "zug-counselling" : "physical-therapy"));
        }
        if (type.equals("evaluation") && random.nextBoolean()) {
            form.put("condition", List.of("sciatica"));
            form.put("birthDate", List.of("1961-02-03"));
            form.put("interpreter", List.of("Armenian"));
        }
        if (!type.equals("with-jo") && random.nextBoolean()) {
            form.put("reason", List.of("zugreason 👩‍⚕️ \"quoted\" \\ <b>\nin two lines"));
        }
        if (random.nextInt(3) == 0) {
            form.remove(pick("phone", "email"));
        }
        if (random.nextInt(4) == 0) {
            form.put("contactBy", List.of(form.containsKey("phone") ? "phone" : "email"));
        }
        if (random.nextInt(3) > 0) {
            form.put("slot", List.of(start().toString()));
        } else {
            LocalDate day = LocalDate.ofInstant(clinic.now, ZONE).plusDays(2 + random.nextInt(20));
            form.put("preferred", List.of(day + "/morning", day.plusDays(1) + "/any", day.plusDays(2) + "/evening"));
        }
        return form;
    }

    /** On the grid of every type; some of them in the hours that exist twice when daylight saving ends. */
    private OffsetDateTime start() {
        LocalDate day = random.nextInt(5) == 0
                ? LocalDate.of(2026, 11, 1)
                : LocalDate.ofInstant(clinic.now, ZONE).plusDays(2 + random.nextInt(25));
        return day.atTime(random.nextInt(8) * 3, 0).atZone(ZONE).toOffsetDateTime();
    }

    private void step(Receipt receipt) {
        Booking booking = clinic.booking(receipt);
        Instant start = start().toInstant();
        switch (random.nextInt(14)) {
            case 0 -> clinic.clinic.confirm(clinic.by(receipt));
            case 1, 2 -> clinic.clinic.confirm(clinic.by(receipt), start);
            case 3, 4 -> clinic.clinic.propose(clinic.by(receipt), starts(), clinic.now.plus(Duration.ofHours(20)));
            case 5 ->
                booking.offers().stream()
                        .map(Offer::start)
                        .findFirst()
                        .ifPresent(offer -> clinic.clinic.accept(clinic.by(receipt), offer.toInstant()));
            case 6 -> clinic.clinic.waitlist(clinic.by(receipt));
            case 7 -> clinic.clinic.decline(clinic.by(receipt));
            case 8 -> clinic.clinic.cancel(clinic.by(receipt));
            case 9 -> clinic.desk.cancel(receipt.manageToken(), clinic.signed(Map.of()));
            case 10 ->
                clinic.desk.reschedule(
                        receipt.manageToken(), clinic.signed(Map.of("slot", List.of(start().toString()))));
            case 11 -> {
                clinic.clinic.arrive(clinic.by(receipt));
                clinic.deliver();
                if (random.nextBoolean()) {
                    clinic.clinic.complete(clinic.by(receipt));
                }
            }
            case 12 -> later(booking, receipt);
            default -> clinic.clinic.undo(clinic.by(receipt));
        }
    }

    /** Offers run out, visits are missed; then the clock is put back, so that the calendar does not run out. */
    private void later(Booking booking, Receipt receipt) {
        Instant before = clinic.now;
        clinic.now =
                booking.start().map(OffsetDateTime::toInstant).orElse(before).plus(Duration.ofHours(24));
        clinic.clinic.noShow(clinic.by(receipt));
        clinic.desk.lookAfter();
        clinic.deliver();
        clinic.now = before;
    }

    private List<Instant> starts() {
        return new ArrayList<>(IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> start().toInstant())
                .distinct()
                .toList());
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
