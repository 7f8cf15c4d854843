package io.github.carelet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Puts what was found in order. Used by one thread, for one search. */
final class Ranking {

    /** What is that much worse than the best is not worth a look. */
    private static final float WORTH_A_LOOK = 0.12f;

    private final List<IndexedItem> items;
    private final SearchQuery query;
    private final float[] fit;
    private final Scores scores;
    private final Map<SearchKind, Integer> counts = new EnumMap<>(SearchKind.class);
    private final Map<SearchKind, PriorityQueue<Integer>> best = new EnumMap<>(SearchKind.class);
    private final Comparator<Integer> worstFirst;

    Ranking(List<IndexedItem> items, Scores scores, SearchQuery query) {
        this.items = items;
        this.query = query;
        this.scores = scores;
        this.fit = new float[items.size()];
        this.worstFirst =
                Comparator.<Integer, Float>comparing(item -> fit[item]).thenComparing(item -> -item);
        float enough = WORTH_A_LOOK * fill();
        for (int item = 0; item < fit.length; item++) {
            if (fit[item] > 0 && fit[item] >= enough) {
                take(item);
            }
        }
    }

    /** Fills in how well each item fits; returns how well the best one does by its words alone. */
    private float fill() {
        float top = 0;
        for (int item = 0; item < fit.length; item++) {
            float score = scores.of(item);
            float bonus = scores.bonus(item);
            if (score + bonus > 0 && items.get(item).isShown(query)) {
                fit[item] = score + bonus;
                top = Math.max(top, score);
            }
        }
        return top;
    }

    private void take(int item) {
        SearchKind kind = items.get(item).kind();
        counts.merge(kind, 1, Integer::sum);
        PriorityQueue<Integer> heap = best.computeIfAbsent(kind, each -> new PriorityQueue<>(worstFirst));
        if (heap.size() < query.limit()) {
            heap.add(item);
        } else if (worstFirst.compare(heap.element(), item) < 0) {
            heap.remove();
            heap.add(item);
        }
    }

    /** Returns the best hit. */
    Optional<Integer> best() {
        return best.values().stream().flatMap(PriorityQueue::stream).max(worstFirst);
    }

    /** Returns the hits by kind, the kind with the best hit first. */
    List<SearchGroup> groups() {
        List<List<Integer>> sorted = new ArrayList<>();
        best.values()
                .forEach(heap ->
                        sorted.add(heap.stream().sorted(worstFirst.reversed()).toList()));
        sorted.sort(Comparator.<List<Integer>, Integer>comparing(group -> group.get(0), worstFirst)
                .reversed());
        return sorted.stream().map(this::group).toList();
    }

    private SearchGroup group(List<Integer> sorted) {
        SearchKind kind = items.get(sorted.get(0)).kind();
        List<SearchHit> hits = sorted.stream()
                .map(item -> new SearchHit(kind, items.get(item).id(), scores.field(item)))
                .toList();
        return new SearchGroup(kind, counts.getOrDefault(kind, 0), hits);
    }
}
