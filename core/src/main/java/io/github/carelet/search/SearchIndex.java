package io.github.carelet.search;

import io.github.carelet.catalog.Catalog;
import java.util.List;

/**
 * A catalogue as it is searched. Built once for each catalogue, which takes about as long as reading it; then it never
 * changes, and any number of threads may search it at once.
 *
 * <pre>{@code
 * SearchIndex index = SearchIndex.of(catalog);
 * SearchResult result = index.search(new SearchQuery("me duele la espalda", "en", Optional.empty(), 5, today));
 * }</pre>
 *
 * <p>Every word of the query is looked for in any language of the catalogue, as it is, in other forms of it, as a beginning,
 * and if all that gives nothing, with up to two typing errors. An item is found if it has at least one of the words that
 * tell something; the more of them, the rarer they are and the more telling the place, the better.
 */
public final class SearchIndex {

    private final Catalog catalog;
    private final List<IndexedItem> items;
    private final Dictionary dictionary;
    private final Phrases phrases;
    private final Alarm alarm;

    SearchIndex(Catalog catalog, List<IndexedItem> items, Dictionary dictionary, Phrases phrases, Alarm alarm) {
        this.catalog = catalog;
        this.items = List.copyOf(items);
        this.dictionary = dictionary;
        this.phrases = phrases;
        this.alarm = alarm;
    }

    /**
     * Builds the index of a catalogue.
     *
     * @throws IllegalArgumentException if it has more than a million items
     */
    public static SearchIndex of(Catalog catalog) {
        return new IndexBuilder(catalog).build();
    }

    /** Returns the catalogue that is searched. */
    public Catalog catalog() {
        return catalog;
    }

    /** Looks for something. */
    public SearchResult search(SearchQuery query) {
        List<Token> tokens = Tokenizer.tokens(query.text());
        Wording wording = Wording.of(tokens, dictionary);
        int language = language(query);
        Scores scores = new Scores(items.size(), language);
        wording.words().forEach(word -> scores.add(word, dictionary));
        scores.addPhrases(phrases.find(tokens));
        Ranking ranking = new Ranking(items, scores, query);
        Alarm.Sound sound = alarm.sound(tokens, query.today());
        return new SearchResult(
                ranking.groups(),
                ranking.best().flatMap(item -> wording.mended(query.text(), item, language, dictionary)),
                sound.urgent(),
                sound.signs());
    }

    private int language(SearchQuery query) {
        int known = dictionary.languages().indexOf(query.language());
        return known < 0 ? Posting.OTHER_LANGUAGE : known;
    }
}
