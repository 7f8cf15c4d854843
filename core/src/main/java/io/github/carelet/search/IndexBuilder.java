package io.github.carelet.search;

import io.github.carelet.catalog.Article;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PatientWords;
import io.github.carelet.catalog.Practitioner;
import io.github.carelet.catalog.RichText;
import io.github.carelet.catalog.Section;
import io.github.carelet.catalog.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a catalogue into an index, item by item. Used by one thread, once. */
final class IndexBuilder {

    private final Catalog catalog;
    private final CommonWords common = CommonWords.bundled();
    private final DictionaryBuilder dictionary = new DictionaryBuilder();
    private final Phrases phrases = new Phrases(common);
    private final List<IndexedItem> items = new ArrayList<>();

    IndexBuilder(Catalog catalog) {
        this.catalog = catalog;
    }

    SearchIndex build() {
        catalog.conditions().forEach(this::condition);
        catalog.treatments().forEach(this::treatment);
        catalog.articles().forEach(this::article);
        catalog.locations().forEach(this::location);
        catalog.practitioners().forEach(this::practitioner);
        Dictionary words = dictionary.build(items.size());
        Alarm alarm = Alarm.of(catalog, words);
        return new SearchIndex(catalog, items, words, phrases, alarm);
    }

    private void condition(Condition condition) {
        Set<String> places = catalog.treatmentsFor(condition.id()).stream()
                .flatMap(each -> each.availableAt().stream())
                .collect(Collectors.toSet());
        item(SearchKind.CONDITIONS, condition, Optional.of(places));
        add(SearchField.ALSO_CALLED, condition.alsoCalled().stream());
        patientWords(condition.patientWords());
    }

    private void treatment(Treatment treatment) {
        item(SearchKind.TREATMENTS, treatment, Optional.of(Set.copyOf(treatment.availableAt())));
        add(SearchField.ALSO_CALLED, treatment.alsoCalled().stream());
        patientWords(treatment.patientWords());
        add(
                SearchField.RELATED,
                treatment.treats().stream().flatMap(id -> catalog.condition(id).map(Condition::name).stream()));
    }

    private void article(Article article) {
        item(SearchKind.ARTICLES, article, Optional.empty());
        Stream<? extends Item> about = article.about().stream()
                .flatMap(id -> Stream.concat(catalog.condition(id).stream(), catalog.treatment(id).stream()));
        add(SearchField.RELATED, about.map(Item::name));
    }

    private void location(Location location) {
        items.add(new IndexedItem(SearchKind.LOCATIONS, location.id(), Optional.empty(), Optional.empty()));
        add(SearchField.NAME, Stream.of(location.name()));
        String language = catalog.clinic().defaultLanguage();
        String region = location.address().region() + " " + location.address().postalCode();
        Stream.of(location.address().street(), location.address().city(), region)
                .forEach(line -> add(SearchField.ADDRESS, language, line));
    }

    private void practitioner(Practitioner practitioner) {
        items.add(new IndexedItem(
                SearchKind.PRACTITIONERS,
                practitioner.id(),
                Optional.empty(),
                Optional.of(Set.copyOf(practitioner.locations()))));
        add(SearchField.NAME, Stream.of(practitioner.name()));
        add(SearchField.ROLE, Stream.of(practitioner.role()));
        add(
                SearchField.RELATED,
                practitioner.locations().stream().flatMap(id -> catalog.location(id).map(Location::name).stream()));
    }

    private void item(SearchKind kind, Item item, Optional<Set<String>> places) {
        items.add(new IndexedItem(kind, item.id(), item.review().withdrawnOn(), places));
        add(SearchField.NAME, Stream.of(item.name()));
        add(SearchField.SUMMARY, Stream.of(item.summary()));
        add(SearchField.HEADING, item.sections().stream().map(Section::heading));
        add(SearchField.BODY, item.sections().stream().map(Section::body).map(body -> body.map(RichText::text)));
    }

    private void patientWords(PatientWords words) {
        words.byLanguage().forEach((tag, all) -> all.forEach(each -> add(SearchField.PATIENT_WORDS, tag, each)));
    }

    private void add(SearchField field, Stream<Localized<String>> texts) {
        texts.forEach(text -> text.values().forEach((tag, value) -> add(field, tag, value)));
    }

    private void add(SearchField field, String tag, String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        int item = items.size() - 1;
        dictionary.add(item, field, tag, text, common.telling(tokens));
        if (field.names() && field != SearchField.ADDRESS) {
            phrases.add(Posting.of(item, field, 1, dictionary.language(tag)), tokens);
        }
    }
}
