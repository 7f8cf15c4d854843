package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Localized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An index of 10,000 items in 4 languages, whose names are made of the same few thousand words. */
class LargeIndexTest {

    private static final int ITEMS = 10_000;
    private static final List<String> LANGUAGES = List.of("en", "es", "de", "zh-Hans");
    private static final List<String> SYLLABLES = List.of(
            "ka", "ri", "mo", "ten", "lus", "pha", "gri", "no", "ver", "sta", "bel", "cor", "dun", "esk", "fam", "zil");

    private final Random random = new Random(20261124);
    private final List<String> words = words(6_000);
    private final Catalog catalog = Searches.catalog(json());
    private final SearchIndex index = SearchIndex.of(catalog);

    @Test
    void everyItemIsFoundFirstByItsExactNameInEveryLanguage() {
        int asked = 0;
        List<String> missed = new ArrayList<>();
        for (Condition condition : catalog.conditions()) {
            for (Map.Entry<String, String> name : condition.name().values().entrySet()) {
                asked++;
                String first = Searches.found(index, Searches.query(name.getValue(), name.getKey()))
                        .get(0);
                if (!first.equals("conditions/" + condition.id()) && !isNamesake(first, name)) {
                    missed.add(name.getValue());
                }
            }
        }
        System.out.println("exact names not found first: " + missed.size() + " of " + asked);
        assertThat(asked).isEqualTo(ITEMS * LANGUAGES.size());
        assertThat(missed).isEmpty();
    }

    private boolean isNamesake(String hit, Map.Entry<String, String> name) {
        return catalog.condition(hit.substring("conditions/".length()))
                .map(Condition::name)
                .map(Localized::values)
                .map(values -> name.getValue().equalsIgnoreCase(values.get(name.getKey())))
                .orElse(false);
    }

    @Test
    void itsMemoryIsWithinAFewTimesItsText() {
        long before = used();
        SearchIndex another = SearchIndex.of(catalog);
        long bytes = used() - before;
        long text = json().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        System.out.printf(
                Locale.ROOT,
                "index of %d items in 4 languages: %.1f MB, %.1f times its source of %.1f MB%n",
                ITEMS,
                bytes / 1e6,
                (double) bytes / text,
                text / 1e6);
        assertThat(another.search(Searches.query(words.get(0), "en")).groups()).isNotEmpty();
        assertThat(bytes).isLessThan(4 * text);
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private List<String> words(int count) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < 2 + i % 3; k++) {
                word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            made.add(word.toString());
        }
        return Collections.unmodifiableList(made);
    }

    private String json() {
        Random same = new Random(1);
        StringBuilder json = new StringBuilder("\"conditions\": [");
        for (int i = 0; i < ITEMS; i++) {
            json.append(i == 0 ? "" : ",\n")
                    .append("{\"id\": \"c-" + i + "\", \"name\": " + text(same, 3))
                    .append(", \"summary\": " + text(same, 12))
                    .append(", \"sections\": [{\"id\": \"s\", \"body\": " + text(same, 30) + "}]}");
        }
        return json + "]";
    }

    private String text(Random same, int length) {
        List<String> values = new ArrayList<>();
        for (String tag : LANGUAGES) {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                some.add(words.get(same.nextInt(words.size())));
            }
            values.add("\"" + tag + "\": \"" + String.join(" ", some) + "\"");
        }
        return "{" + String.join(", ", values) + "}";
    }
}
