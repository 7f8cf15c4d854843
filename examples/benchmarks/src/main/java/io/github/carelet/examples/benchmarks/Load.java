package io.github.carelet.examples.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code load --url http://…/carelet [--url …]}, or {@code load --nodes 2} to start some on a PostgreSQL of their own, then
 * {@code [--rate 20] [--reads 100] [--seconds 60] [--warm-up 20] [--type ID] [--location ID]}: so many bookings and reads a
 * second arrive, whether the ones before have their answer or not, and each request goes to the next node. How long one takes
 * counts from when it was to arrive, so that a server that stands still is not spared those that would have come meanwhile.
 * In the end the page of each accepted booking is asked for. Exit code 1 if one is lost or doubled, none was accepted, or a
 * server failed.
 */
final class Load {

    private static final int ACCEPTED = 201;
    private static final int IMPATIENT = 10;
    private static final int MADE_UP = 20;

    private final Plan plan;
    private final Visitor visitor;
    private final List<Read> reads;
    private final Queue<String> pages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final Tally warmUp = new Tally();
    private final Tally tally = new Tally();

    private record Read(String name, String path) {}

    private Load(Plan plan, List<URI> mounts) {
        this.plan = plan;
        visitor = new Visitor(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build(),
                mounts);
        String where = "?type=" + plan.type() + "&location=" + plan.location();
        reads = List.of(
                new Read("fragment", "/fragments/treatments"),
                new Read("free times", "/api/slots" + where),
                new Read("form", "/book" + where));
    }

    /** Runs it as the arguments say. */
    static int run(List<String> arguments) throws Exception {
        Options options = Options.of(
                arguments,
                List.of(),
                "--url",
                "--nodes",
                "--rate",
                "--reads",
                "--seconds",
                "--warm-up",
                "--type",
                "--location");
        Plan plan = Plan.of(options);
        List<URI> mounts = options.all("--url").stream()
                .map(each -> URI.create(each.replaceAll("/+$", "")))
                .toList();
        int own = (int) options.number("--nodes", 0);
        if (mounts.isEmpty() == (own == 0)) {
            throw new IllegalArgumentException("--url " + mounts + " --nodes " + own + ": expected one of them");
        }
        return own == 0 ? new Load(plan, mounts).run() : own(plan, own);
    }

    private int run() {
        warmUp();
        measure();
        return judge();
    }

    private static int own(Plan plan, int count) throws Exception {
        try (Nodes nodes = Nodes.start(count)) {
            Load load = new Load(plan, nodes.addresses());
            load.warmUp();
            Nodes.Usage before = nodes.usage();
            load.measure();
            Nodes.Usage after = nodes.usage();
            System.out.println("load: " + after.since(before).text(plan.seconds()));
            long surplus = after.bookings() - load.pages.size();
            System.out.println(
                    "load: " + after.bookings() + " bookings in the database, " + load.pages.size() + " accepted");
            int code = load.judge();
            return surplus < 0 || surplus > load.unanswered() ? 1 : code;
        }
    }

    private void warmUp() {
        come(0, plan.firstCounted(), warmUp);
    }

    private void measure() {
        int first = plan.firstCounted();
        double seconds = come(first, plan.arrivals(), tally);
        System.out.printf(
                Locale.ROOT,
                "load: %.1f bookings and %.1f reads a second wanted, %.1f a second came%n%s%n",
                plan.bookings(),
                plan.reads(),
                (plan.arrivals() - first) / seconds,
                tally.text());
    }

    /** Lets some come, waits for all answers, and returns in how many seconds they came. */
    private double come(int first, int end, Tally counted) {
        long began = System.nanoTime();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = first; i < end; i++) {
            long arrives = began + plan.arrives(i - first);
            for (long left = arrives - System.nanoTime(); left > 0; left = arrives - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            all.add(plan.books(i) ? book(i, arrives, counted) : read(i, arrives, counted));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        return seconds;
    }

    private int judge() {
        long lost = pages.stream().filter(page -> !isShown(page)).count();
        int again = pages.size() - new HashSet<>(pages).size();
        List<String> madeUp =
                pages.stream().limit(MADE_UP).map(page -> page + "x").toList();
        long shown = madeUp.stream().filter(this::isShown).count();
        System.out.println("load: lost " + lost + " of " + pages.size() + " accepted; doubled " + doubled + " of "
                + twice
                + " that were sent twice at once; given twice " + again + "; control: made-up ones shown " + shown
                + " of " + madeUp.size());
        boolean good = lost == 0 && doubled.get() == 0 && again == 0 && shown == 0 && !pages.isEmpty();
        return good && unanswered() == 0 ? 0 : 1;
    }

    private long unanswered() {
        return tally.failures() + warmUp.failures();
    }

    /** One in some is impatient and sends the same again, to the next node. */
    private CompletableFuture<?> book(int number, long arrives, Tally counted) {
        Visitor.Wish wish = new Visitor.Wish(
                plan.type(), plan.location(), Optional.empty(), "Load " + number + " " + System.nanoTime(), number);
        return visitor.book(wish, plan.booked(number) % IMPATIENT == 0 ? 2 : 1)
                .handle((answers, failure) -> answered("booking", arrives, counted, answers, failure));
    }

    private CompletableFuture<?> read(int number, long arrives, Tally counted) {
        Read read = reads.get((number - plan.booked(number)) % reads.size());
        return visitor.get(read.path())
                .handle((answer, failure) -> answered(
                        read.name(), arrives, counted, failure == null ? List.of(answer) : List.of(), failure));
    }

    private String answered(
            String what, long arrives, Tally counted, List<HttpResponse<String>> answers, @Nullable Throwable failure) {
        if (failure != null) {
            counted.failed(Optional.ofNullable(failure.getCause()).orElse(failure));
            return what;
        }
        counted.done(what, System.nanoTime() - arrives);
        answers.stream()
                .filter(answer -> answer.statusCode() >= 400)
                .forEach(answer -> counted.refused(answer.statusCode(), what + " " + Visitor.code(answer)));
        List<String> accepted = answers.stream()
                .filter(answer -> answer.statusCode() == ACCEPTED)
                .map(answer -> Visitor.page(answer.body()))
                .toList();
        accepted.stream().distinct().forEach(pages::add);
        if (accepted.size() > 1) {
            twice.incrementAndGet();
            doubled.addAndGet((int) accepted.stream().distinct().count() - 1);
        }
        return what;
    }

    private boolean isShown(String page) {
        return visitor.get(page)
                .handle((answer, failure) -> failure == null && answer.statusCode() == 200)
                .join();
    }
}
