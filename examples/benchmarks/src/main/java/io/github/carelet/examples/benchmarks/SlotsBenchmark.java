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
    private static final String JSON_WORK = "slots as JSON";
    private static final String LIMIT = "limit: scan of bits";
    private static final String OURS = "Carelet: SlotFinder.find";
    private static final String FROM_BOOKINGS = "Carelet, from a list of bookings";
    private static final String NAIVE = "each candidate in java.time";
    private static final String CONTROL = "Carelet, an object per slot";
    private static final String JACKSON = "Carelet, written by Jackson";
    private static final double CPU_GATE = 3;
    private static final double JSON_GATE = 2;
    private static final double NAIVE_GATE = 1.0 / 50;
    private static final double CALCOM_AT_LEAST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public List<Standing> run() throws Exception {
        SlotsCase sample = SlotsCase.drawn();
        SlotsLimit limit = new SlotsLimit(sample);
        SlotsNaive naive = new SlotsNaive(sample);
        SlotFinder finder = sample.finder();
        List<SlotsCase.Interval> bookings = sample.intervals();
        SlotQuery query = sample.query(SlotsCase.occupancy(bookings));
        check(finder.find(query), limit, naive);
        Results costs = new Race(20_000, 5_000, 7)
                .run(List.of(
                        new InThisJvm(LIMIT, limit::list),
                        new InThisJvm(OURS, () -> finder.find(query)),
                        new InThisJvm(FROM_BOOKINGS, () -> finder.find(sample.query(SlotsCase.occupancy(bookings)))),
                        new InThisJvm(CONTROL, () -> objects(finder.find(query)))));
        Results bytes = new Race(8_000, 3_000, 7)
                .run(List.of(
                        new InThisJvm(LIMIT, limit::json),
                        new InThisJvm(OURS, () -> SlotsJson.write(finder.find(query))),
                        new InThisJvm(JACKSON, () -> jackson(finder.find(query)))));
        List<Standing> standings = new ArrayList<>(List.of(
                Standing.cpu(WORK, LIMIT, LIMIT, costs),
                Standing.cpu(WORK, OURS, LIMIT, costs).atMost(CPU_GATE),
                Standing.cpu(WORK, FROM_BOOKINGS, LIMIT, costs),
                Standing.cpu(WORK, CONTROL, LIMIT, costs).mustMiss(CPU_GATE),
                Standing.cpu(JSON_WORK, LIMIT, LIMIT, bytes),
                Standing.cpu(JSON_WORK, OURS, LIMIT, bytes).atMost(JSON_GATE),
                Standing.cpu(JSON_WORK, JACKSON, LIMIT, bytes).mustMiss(JSON_GATE)));
        standings.addAll(besideNaive(naive, finder, query));
        Optional<CalCom> calcom = CalCom.of(sample);
        if (calcom.isPresent()) {
            try (CalCom peer = calcom.get()) {
                standings.addAll(besideCalCom(peer, finder, query));
            }
        }
        return standings;
    }

    private static List<Standing> besideNaive(SlotsNaive naive, SlotFinder finder, SlotQuery query) throws Exception {
        Results costs = new Race(2_000, 500, 7)
                .run(List.of(new InThisJvm(NAIVE, naive::find), new InThisJvm(OURS, () -> finder.find(query))));
        String work = WORK + " / naive";
        return List.of(
                Standing.cpu(work, NAIVE, NAIVE, costs),
                Standing.cpu(work, OURS, NAIVE, costs).atMost(NAIVE_GATE));
    }

    private static List<Standing> besideCalCom(CalCom peer, SlotFinder finder, SlotQuery query) throws Exception {
        Map<Instant, Integer> found = new TreeMap<>();
        finder.find(query)
                .days()
                .forEach(day ->
                        day.slots().forEach(slot -> found.put(slot.start().toInstant(), slot.left())));
        Answers.require(found.equals(peer.found()), CalCom.NAME, "the times that Carelet finds");
        Results costs = new Race(4_000, 1_500, 5).run(List.of(new InThisJvm(OURS, () -> finder.find(query)), peer));
        String work = WORK + " / Cal.com";
        return List.of(
                Standing.cpu(work, OURS, OURS, costs),
                Standing.cpu(work, CalCom.NAME, OURS, costs).mustMiss(CALCOM_AT_LEAST));
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
