package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import io.github.carelet.search.SearchIndex;
import io.github.carelet.search.SearchQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What patients type into the search of the sample clinic, and what they should see first. */
class SearchQualityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Catalog catalog = SampleClinic.source().read().catalog().orElseThrow();
    private final SearchIndex index = SearchIndex.of(catalog);

    private record Case(String query, String language, String expected) {}

    @Test
    void findsFirstWhatPatientsMean() throws IOException {
        List<Case> cases = cases();
        List<String> missed = cases.stream()
                .filter(each -> rank(each, this::found) != 1)
                .map(each -> each + " but " + found(each).stream().limit(3).toList())
                .toList();
        System.out.printf(Locale.ROOT, "search of the sample clinic, %d queries, %d languages%n", cases.size(), 2);
        System.out.println("  ours:    " + rates(cases, this::found));
        System.out.println("  control: " + rates(cases, this::containing) + " (exact contains-match)");
        missed.forEach(each -> System.out.println("  missed: " + each));
        assertThat(cases).hasSizeGreaterThan(100);
        assertThat(share(cases, 1, this::found)).isGreaterThan(0.94);
        assertThat(share(cases, 3, this::found)).isGreaterThan(0.97);
        assertThat(share(cases, 1, this::containing)).isLessThan(0.5);
    }

    private static String rates(List<Case> cases, Function<Case, List<String>> search) {
        return String.format(Locale.ROOT, "hit@1 %.3f, hit@3 %.3f", share(cases, 1, search), share(cases, 3, search));
    }

    private static double share(List<Case> cases, int within, Function<Case, List<String>> search) {
        long hits = cases.stream()
                .mapToInt(each -> rank(each, search))
                .filter(rank -> rank > 0 && rank <= within)
                .count();
        return (double) hits / cases.size();
    }

    private static int rank(Case each, Function<Case, List<String>> search) {
        return search.apply(each).indexOf(each.expected()) + 1;
    }

    /** Groups in their order, hits in theirs: what a reader sees from top to bottom. */
    private List<String> found(Case each) {
        SearchQuery query = new SearchQuery(each.query(), each.language(), Optional.empty(), 10, TODAY);
        return index.search(query).groups().stream()
                .flatMap(group -> group.hits().stream())
                .map(hit -> hit.kind().name().toLowerCase(Locale.ROOT) + "/" + hit.id())
                .toList();
    }

    /** The control: what has the query in its name, other names or summary, as it is but for case. */
    private List<String> containing(Case each) {
        String wanted = each.query().toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        catalog.conditions().stream()
                .filter(item -> contains(wanted, Stream.concat(texts(item), item.alsoCalled().stream())))
                .forEach(item -> found.add("conditions/" + item.id()));
        catalog.treatments().stream()
                .filter(item -> contains(wanted, Stream.concat(texts(item), item.alsoCalled().stream())))
                .forEach(item -> found.add("treatments/" + item.id()));
        catalog.articles().stream()
                .filter(item -> contains(wanted, texts(item)))
                .forEach(item -> found.add("articles/" + item.id()));
        catalog.locations().stream()
                .filter(item -> contains(wanted, Stream.of(item.name()))
                        || item.address().oneLine().toLowerCase(Locale.ROOT).contains(wanted))
                .forEach(item -> found.add("locations/" + item.id()));
        catalog.practitioners().stream()
                .filter(item -> contains(wanted, Stream.of(item.name())))
                .forEach(item -> found.add("practitioners/" + item.id()));
        return found;
    }

    private static Stream<Localized<String>> texts(Item item) {
        return Stream.of(item.name(), item.summary());
    }

    private static boolean contains(String wanted, Stream<Localized<String>> texts) {
        return texts.flatMap(text -> text.values().values().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static List<Case> cases() throws IOException {
        try (InputStream file = SearchQualityTest.class.getResourceAsStream("/search-cases.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Case(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }
}
