package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.Fragments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A fragment for a host's own template, by a call within one JVM; the limit is to copy its bytes. */
final class RenderBenchmark implements Benchmark {

    private static final String WORK = "render";
    private static final String LIMIT = "copy of its bytes";
    private static final String OURS = "Carelet: Fragments.html";
    private static final String JTE = "jte per request";
    private static final String THYMELEAF = "Thymeleaf per request";
    private static final String CONTROL = "Carelet, never from memory";
    private static final double CPU_GATE = 3;
    private static final double ALLOCATION_GATE = 1.2;

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        try (Carelet carelet = Sample.carelet()) {
            Fragments fragments = Fragments.of(carelet, Sample.MOUNT);
            String html = fragments.html(Sample.FRAGMENT);
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            Page page = PageReader.read(html);
            Supplier<byte[]> jte = Peers.jte(page);
            Supplier<byte[]> thymeleaf = Peers.thymeleaf(page);
            Answers.same(JTE, html, new String(jte.get(), StandardCharsets.UTF_8));
            Answers.same(THYMELEAF, html, new String(thymeleaf.get(), StandardCharsets.UTF_8));
            AtomicInteger instance = new AtomicInteger();
            List<InThisJvm> contenders = List.of(
                    new InThisJvm(LIMIT, bytes::clone),
                    new InThisJvm(OURS, () -> fragments.html(Sample.FRAGMENT)),
                    new InThisJvm(JTE, jte),
                    new InThisJvm(THYMELEAF, thymeleaf),
                    new InThisJvm(
                            CONTROL,
                            () -> fragments.html(
                                    Sample.FRAGMENT, Map.of("instance", "i" + instance.incrementAndGet()))));
            Results costs = effort.race(40_000, 20_000, 7).run(contenders);
            System.out.println(WORK + ": " + bytes.length + " bytes; answers compared: " + (contenders.size() - 1));
            return rows(costs);
        }
    }

    private static List<Row> rows(Results costs) {
        return List.of(
                row(Comparison.ofTime(costs, LIMIT), WORK, CPU_GATE),
                row(Comparison.ofAllocation(costs, LIMIT), WORK + ", allocated", ALLOCATION_GATE));
    }

    private static Row row(Comparison compared, String work, double gate) {
        return compared.row(work, OURS)
                .beside(compared.arms(JTE, THYMELEAF))
                .atMost(gate, gate)
                .control(compared.arm(CONTROL));
    }
}
