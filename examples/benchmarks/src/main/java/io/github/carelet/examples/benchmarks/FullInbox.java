package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.booking.ClinicDesk;
import io.github.carelet.booking.ClinicOutcome;
import io.github.carelet.booking.Submission;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** 10,000 open requests of made-up patients: 20 of each family name, 10 of each phone number, 100 of each last four digits. */
final class FullInbox {

    static final int REQUESTS = 10_000;

    private static final int AT_ONCE = 32;
    private static final int FAMILIES = 500;
    private static final List<String> AREAS =
            List.of("626", "213", "310", "323", "415", "408", "510", "619", "714", "818");

    private FullInbox() {}

    static String family(int patient) {
        int family = patient % FAMILIES;
        return letters(family) + "melson";
    }

    static String phone(int patient) {
        return AREAS.get(patient / 100 % AREAS.size()) + " 555 01" + String.format(Locale.ROOT, "%02d", patient % 100);
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26);
    }

    /** Enters them all, and waits until each of them can be found. */
    static void fill(Carelet carelet) throws Exception {
        ClinicDesk desk = carelet.clinicDesk().orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<ClinicOutcome>> work = IntStream.range(0, REQUESTS)
                    .<Callable<ClinicOutcome>>mapToObj(i -> () -> desk.enter(patient(i), "desk", "en"))
                    .toList();
            for (Future<ClinicOutcome> each : threads.invokeAll(work)) {
                Answers.require(each.get() instanceof ClinicOutcome.Done, "the desk", "a booking, got " + each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        // Each search makes some of them findable first.
        for (int i = 0; i < REQUESTS / 100; i++) {
            carelet.inbox().orElseThrow().of("desk").search("nobody at all");
        }
    }

    private static Submission patient(int i) {
        // A Wednesday that is neither too soon nor too far.
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(4).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        return new Submission(Map.of(
                "type", List.of("pt-evaluation"),
                "location", List.of("arcadia"),
                "preferred", List.of(day + "/any"),
                "givenName", List.of("giv" + letters(i % 400)),
                "familyName", List.of(family(i)),
                "phone", List.of(phone(i)),
                "email", List.of("patient" + i + "@example.org"),
                "reason", List.of("a made-up reason of the usual length, number " + i)));
    }
}
