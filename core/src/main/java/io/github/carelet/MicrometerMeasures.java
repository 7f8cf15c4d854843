package io.github.carelet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Keeps count in a registry of Micrometer, whatever that hands the numbers to: {@code io.micrometer:micrometer-core} is the
 * host's to add, and whoever does not name this class needs none of it.
 *
 * <pre>{@code
 * Carelet.builder(source).measures(MicrometerMeasures.of(registry))
 * }</pre>
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>Name</th><th>Tags</th><th>What</th></tr>
 * <tr><td>{@code carelet.requests}</td><td>{@code route}, {@code status} ({@code 2xx})</td><td>requests</td></tr>
 * <tr><td>{@code carelet.refusals}</td><td>{@code code}</td><td>forms that were refused, {@code too_many} among them</td></tr>
 * <tr><td>{@code carelet.slots.search}</td><td></td><td>how long searches for free times took</td></tr>
 * <tr><td>{@code carelet.bookings.commit}</td><td></td><td>how long it took to write bookings for good</td></tr>
 * <tr><td>{@code carelet.holds}</td><td>{@code held} ({@code true}, {@code false})</td><td>times that were to be held</td></tr>
 * <tr><td>{@code carelet.funnel}</td><td>{@code step}, {@code partner}</td><td>how far visitors came</td></tr>
 * <tr><td>{@code carelet.outbox.due}, {@code .dead}</td><td></td><td>messages that wait, and that were given up</td></tr>
 * <tr><td>{@code carelet.outbox.oldest}</td><td></td><td>seconds for which the oldest has been due</td></tr>
 * <tr><td>{@code carelet.catalog.age}</td><td></td><td>seconds since what is served was read</td></tr>
 * <tr><td>{@code carelet.catalog.newest}</td><td></td><td>1 if that is the newest, 0 if a newer one was refused</td></tr>
 * <tr><td>{@code carelet.catalog.problems}</td><td></td><td>what is wrong with the newest</td></tr>
 * </table>
 *
 * <p>A gauge that is not known is no number. Two of them in one registry are told apart by tags. Safe for use by many threads.
 */
public final class MicrometerMeasures implements Measures {

    private static final double MILLIS = 1_000;
    private static final int CLASSES = 6;

    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Map<String, Counter>> answered = IntStream.range(0, CLASSES)
            .<Map<String, Counter>>mapToObj(each -> new ConcurrentHashMap<>())
            .toList();

    private MicrometerMeasures(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /** Returns what counts in the given registry, which stays the host's. */
    public static MicrometerMeasures of(MeterRegistry registry) {
        return of(registry, Map.of());
    }

    /**
     * Returns what counts in the given registry, which stays the host's.
     *
     * @param tags names and values that every meter gets, such as which clinic it is
     */
    public static MicrometerMeasures of(MeterRegistry registry, Map<String, String> tags) {
        return new MicrometerMeasures(
                registry,
                Tags.of(tags.entrySet().stream()
                        .map(each -> Tag.of(each.getKey(), each.getValue()))
                        .toList()));
    }

    /** What was looked up once is found again without making anything: this is part of every request. */
    @Override
    public void answered(String route, int status) {
        int family = status / 100;
        Map<String, Counter> ofClass = answered.get(family < CLASSES ? family : 0);
        Counter known = ofClass.get(route);
        Counter counter = known == null ? ofClass.computeIfAbsent(route, any -> requests(route, family)) : known;
        counter.increment();
    }

    private Counter requests(String route, int family) {
        return registry.counter("carelet.requests", tags.and("route", route, "status", family + "xx"));
    }

    @Override
    public void refused(String code) {
        registry.counter("carelet.refusals", tags.and("code", code)).increment();
    }

    @Override
    public void searched(Duration took) {
        timer("carelet.slots.search").record(took);
    }

    @Override
    public void committed(Duration took) {
        timer("carelet.bookings.commit").record(took);
    }

    @Override
    public void held(boolean held) {
        registry.counter("carelet.holds", tags.and("held", Boolean.toString(held)))
                .increment();
    }

    @Override
    public void stepped(Funnel.Step step, String partner) {
        registry.counter("carelet.funnel", tags.and("step", step.code(), "partner", partner))
                .increment();
    }

    @Override
    public AutoCloseable watch(Supplier<Standing> standing) {
        List<Meter> gauges = List.of(
                gauge(
                        "carelet.outbox.due",
                        "messages",
                        standing,
                        now -> now.outbox()
                                .map(backlog -> (double) backlog.due())
                                .orElse(Double.NaN)),
                gauge(
                        "carelet.outbox.dead",
                        "messages",
                        standing,
                        now -> now.outbox()
                                .map(backlog -> (double) backlog.dead())
                                .orElse(Double.NaN)),
                gauge(
                        "carelet.outbox.oldest",
                        "seconds",
                        standing,
                        now -> now.oldestDue().map(MicrometerMeasures::seconds).orElse(Double.NaN)),
                gauge("carelet.catalog.age", "seconds", standing, now -> seconds(now.catalogAge())),
                gauge(
                        "carelet.catalog.newest",
                        "",
                        standing,
                        now -> now.publication().isNewest() ? 1 : 0),
                gauge(
                        "carelet.catalog.problems",
                        "problems",
                        standing,
                        now -> now.publication().problems().size()));
        return () -> gauges.forEach(registry::remove);
    }

    private Meter gauge(String name, String unit, Supplier<Standing> standing, ToDoubleFunction<Standing> value) {
        return Gauge.builder(name, () -> value.applyAsDouble(standing.get()))
                .baseUnit(unit)
                .tags(tags)
                .register(registry);
    }

    private Timer timer(String name) {
        return registry.timer(name, tags);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
