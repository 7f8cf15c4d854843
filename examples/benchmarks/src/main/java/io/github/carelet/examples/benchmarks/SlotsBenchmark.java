package io.github.carelet.examples.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotDay;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.schedule.SlotQuery;
import io.github.carelet.servlet.form.SlotsJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The search for free times, by a call within one JVM, and its answer as bytes; the limit is a scan of bits. */
final class SlotsBenchmark implements Benchmark {

    private static final String WORK = "slots";
    private static final String LIMIT = "scan of bits";
    private static final String OURS = "Carelet: SlotFinder.find";
    private static final String FROM_BOOKINGS = "Carelet, from a list of bookings";
    private static final String NAIVE = "each candidate in java.time";
    private static final String CONTROL = "Carelet, an object per slot";
    private static final String JACKSON = "Carelet, written by Jackson";
    private static final double CPU_GATE = 3;
    private static final double JSON_GATE = 2;
    private static final double NAIVE_GATE = 1.0 / 50;
    private static final double CALCOM_GATE = 1.0 / 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        SlotsCase sample = SlotsCase.drawn();
        SlotsLimit limit = new SlotsLimit(sample);
        SlotsNaive naive = new SlotsNaive(sample);
        SlotFinder finder = sample.finder();
        List<SlotsCase.Interval> bookings = sample.intervals();
        SlotQuery query = sample.query(SlotsCase.occupancy(bookings));
        check(finder.find(query), limit, naive);
        List<Row> rows = new ArrayList<>();
        Comparison found = Comparison.ofTime(
                effort.race(20_000, 5_000, 7)
                        .run(List.of(
                                new InThisJvm(LIMIT, limit::list),
                                new InThisJvm(OURS, () -> finder.find(query)),
                                new InThisJvm(
                                        FROM_BOOKINGS, () -> finder.find(sample.query(SlotsCase.occupancy(bookings)))),
                                new InThisJvm(CONTROL, () -> objects(finder.find(query))))),
                LIMIT);
        rows.add(found.row(WORK, OURS)
                .beside(found.arms(FROM_BOOKINGS))
                .atMost(CPU_GATE, CPU_GATE)
                .control(found.arm(CONTROL)));
        Comparison written = Comparison.ofTime(
                effort.race(8_000, 3_000, 7)
                        .run(List.of(
                                new InThisJvm(LIMIT, limit::json),
                                new InThisJvm(OURS, () -> SlotsJson.write(finder.find(query))),
                                new InThisJvm(JACKSON, () -> jackson(finder.find(query))))),
                LIMIT);
        rows.add(written.row(WORK + " as JSON", OURS)
                .atMost(JSON_GATE, JSON_GATE)
                .control(written.arm(JACKSON)));
        Comparison naively = Comparison.ofTime(
                effort.race(2_000, 500, 7)
                        .run(List.of(new InThisJvm(NAIVE, naive::find), new InThisJvm(OURS, () -> finder.find(query)))),
                NAIVE);
        rows.add(naively.row(WORK + " beside a loop", OURS)
                .atMost(NAIVE_GATE, NAIVE_GATE)
                .control(naively.arm(NAIVE)));
        Optional<CalCom> calcom = CalCom.of(sample);
        if (calcom.isPresent()) {
            try (CalCom peer = calcom.get()) {
                rows.add(besideCalCom(effort, peer, finder, query));
            }
        }
        return rows;
    }

    private static Row besideCalCom(Effort effort, CalCom peer, SlotFinder finder, SlotQuery query) throws Exception {
        Map<Instant, Integer> found = new TreeMap<>();
        finder.find(query)
                .days()
                .forEach(day ->
                        day.slots().forEach(slot -> found.put(slot.start().toInstant(), slot.left())));
        Answers.require(found.equals(peer.found()), CalCom.NAME, "the times that Carelet finds");
        Comparison compared = Comparison.ofTime(
                effort.race(4_000, 1_500, 5).run(List.of(new InThisJvm(OURS, () -> finder.find(query)), peer)),
                CalCom.NAME);
        return compared.row(WORK + " beside Cal.com", OURS)
                .atMost(CALCOM_GATE, CALCOM_GATE)
                .control(compared.arm(CalCom.NAME));
    }

    /** Checks that all find the same times with as many practitioners, and write the same bytes. */
    private static void check(SlotAnswer ours, SlotsLimit limit, SlotsNaive naive) {
        Map<OffsetDateTime, Integer> found = new TreeMap<>();
        ours.days().forEach(day -> day.slots().forEach(slot -> found.put(slot.start(), slot.left())));
        Map<OffsetDateTime, Integer> expected = new TreeMap<>();
        naive.find().forEach(free -> expected.merge(free.start(), 1, Integer::sum));
        Answers.require(found.equals(expected), NAIVE, "the times that Carelet finds");
        int each = found.values().stream().mapToInt(Integer::intValue).sum();
        Answers.require(limit.list().length == each, LIMIT, each + " free half hours of practitioners");
        String json = new String(SlotsJson.write(ours), StandardCharsets.UTF_8);
        Answers.require(new String(limit.json(), StandardCharsets.UTF_8).equals(json), LIMIT, "the bytes of Carelet");
        Answers.require(
                new String(jackson(ours), StandardCharsets.UTF_8).equals(json), JACKSON, "the bytes of Carelet");
        System.out.println(WORK + ": " + found.size() + " times, " + each + " of all practitioners, " + json.length()
                + " bytes; answers compared: 4");
    }

    private static List<Slot> objects(SlotAnswer answer) {
        List<Slot> slots = new ArrayList<>();
        answer.days().forEach(day -> slots.addAll(day.slots()));
        return slots;
    }

    private static byte[] jackson(SlotAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("timeZone", answer.timeZone().getId());
        json.put("days", answer.days().stream().map(SlotsBenchmark::day).toList());
        json.put("next", answer.next().map(next -> next.start().toString()).orElse(null));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("can't write the answer", e);
        }
    }

    private static Map<String, Object> day(SlotDay each) {
        Map<String, Object> day = new LinkedHashMap<>();
        day.put("date", each.date().toString());
        day.put("slots", each.slots().stream().map(SlotsBenchmark::slot).toList());
        each.reason().ifPresent(reason -> day.put("reason", reason.code()));
        return day;
    }

    private static Map<String, Object> slot(Slot each) {
        Map<String, Object> slot = new LinkedHashMap<>();
        slot.put("start", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(each.start()));
        slot.put("end", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(each.end()));
        slot.put("left", each.left());
        return slot;
    }
}
