package io.github.carelet.examples.benchmarks;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.search.SearchIndex;
import io.github.carelet.search.SearchQuery;
import io.github.carelet.search.SearchResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A search among 10,000 items in 4 languages: exact names, beginnings and typing errors in turn. The limit is 1 ms of CPU. */
final class SearchBenchmark implements Benchmark {

    private static final String WORK = "search";
    private static final String OURS = "Carelet: SearchIndex.search";
    private static final String NAIVE = "naive scan of the names";
    private static final int QUERIES = 60;
    private static final int FORMS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public List<Row> run(Effort effort) throws Exception {
        Catalog catalog = new LargeClinic().catalog();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        SearchIndex index = SearchIndex.of(catalog);
        System.out.printf(
                Locale.ROOT,
                "%s: index of %d items built in %d ms of CPU%n",
                WORK,
                LargeClinic.ITEMS,
                (threads.getCurrentThreadCpuTime() - start) / 1_000_000);
        NaiveSearch naive = new NaiveSearch(catalog);
        List<String> queries = queries(catalog);
        compare(queries, index, naive);
        AtomicInteger ours = new AtomicInteger();
        AtomicInteger scanned = new AtomicInteger();
        Results costs = effort.race(QUERIES * 2, QUERIES, 5)
                .run(List.of(
                        new InThisJvm(OURS, () -> search(index, queries.get(ours.getAndIncrement() % QUERIES))),
                        new InThisJvm(NAIVE, () -> naive.find(queries.get(scanned.getAndIncrement() % QUERIES)))));
        Budget budget = Budget.cpuMillis(1);
        return List.of(budget.row(WORK, costs.millis(OURS)).control(budget.arm(NAIVE, costs.millis(NAIVE))));
    }

    /** The first hit has to be among what the scan finds; a search for the exact text only would often find nothing. */
    private static void compare(List<String> queries, SearchIndex index, NaiveSearch naive) {
        int missed = 0;
        for (String query : queries) {
            List<String> right = naive.find(query);
            String first = search(index, query).groups().get(0).hits().get(0).id();
            Answers.require(right.contains(first), OURS, "one of " + right + " first, got " + first);
            missed += naive.containing(query).isEmpty() ? 1 : 0;
        }
        Answers.require(missed > 0, "the control", "some queries that a search for the exact text misses");
        System.out.println(WORK + ": answers compared: " + queries.size()
                + ", all right; control: a search for the exact" + " text finds nothing for " + missed);
    }

    private static SearchResult search(SearchIndex index, String query) {
        return index.search(new SearchQuery(query, "en", Optional.empty(), 6, TODAY));
    }

    /** Names from all over the catalogue: as they are, with the last word not finished, with two letters swapped. */
    private static List<String> queries(Catalog catalog) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            Condition condition = catalog.conditions().get(i * (LargeClinic.ITEMS / QUERIES));
            String name = condition
                    .name()
                    .in(List.of("en", "es", "de", "fr").get(i % 4))
                    .value();
            queries.add(
                    switch (i % FORMS) {
                        case 0 -> name;
                        case 1 -> name.substring(0, name.length() - 2);
                        default -> name.substring(0, 2) + name.charAt(3) + name.charAt(2) + name.substring(4);
                    });
        }
        return queries;
    }
}
