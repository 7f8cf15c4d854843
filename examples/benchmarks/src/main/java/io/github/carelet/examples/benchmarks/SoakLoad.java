package io.github.carelet.examples.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What goes on at a clinic, in turn: pages read, times looked at, bookings made and cancelled, the inbox opened. */
final class SoakLoad implements AutoCloseable {

    private static final int WORKERS = 4;
    private static final String TIMES = "/api/slots?type=pt-session&location=arcadia";
    private static final List<String> PAGES = List.of(
            "/fragments/treatments/physical-therapy",
            "/fragments/conditions?lang=es",
            "/fragments/locations/arcadia",
            TIMES,
            "/book?type=pt-session&location=arcadia",
            "/staff/");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    private final Visitor visitor;
    private final AtomicInteger turns = new AtomicInteger();
    private final Map<String, LongAdder> done = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> wrong = new ConcurrentSkipListMap<>();

    SoakLoad(URI mount) {
        visitor = new Visitor(http, List.of(mount));
    }

    /** Lets all work for so long, and returns when nobody does any more. */
    void work(Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            all.add(threads.submit(() -> {
                do {
                    turn(turns.incrementAndGet());
                } while (System.nanoTime() < until);
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** Asks the server what it holds. */
    Vitals vitals() {
        return Vitals.parse(visitor.get(SoakServlet.VITALS).join().body());
    }

    private void turn(int number) {
        for (String page : PAGES) {
            expect(page.split("[?]")[0], visitor.get(page).join(), 200);
        }
        book("request", new Visitor.Wish("pt-evaluation", "arcadia", Optional.empty(), "Number " + number, number));
        Optional<String> slot = Visitor.firstSlot(visitor.get(TIMES).join().body());
        if (slot.isPresent()) {
            book("slot", new Visitor.Wish("pt-session", "arcadia", slot, "Number " + number, number));
        }
    }

    /** Of 4 requests one stays open; whoever has a time gives it back, so that there are always some. */
    private void book(String what, Visitor.Wish wish) {
        HttpResponse<String> booked = visitor.book(wish).join();
        if (booked.statusCode() == 409) {
            count(done, what + " taken by somebody faster");
            return;
        }
        expect(what, booked, 201);
        if (booked.statusCode() == 201 && (wish.slot().isPresent() || wish.number() % 4 > 0)) {
            expect("cancel " + what, visitor.cancel(Visitor.page(booked.body())).join(), 303);
        }
    }

    private void expect(String what, HttpResponse<String> answer, int status) {
        count(done, what);
        if (answer.statusCode() != status) {
            count(wrong, what + ": " + Visitor.code(answer) + ", expected " + status);
        }
    }

    private static void count(Map<String, LongAdder> counts, String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** Returns how often what was done. */
    Map<String, LongAdder> done() {
        return new TreeMap<>(done);
    }

    /** Returns which answers were other than they have to be. */
    Map<String, LongAdder> wrong() {
        return new TreeMap<>(wrong);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
