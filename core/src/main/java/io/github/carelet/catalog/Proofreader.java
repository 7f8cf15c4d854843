package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.Glossary.Term;
import io.github.carelet.catalog.Node.Members;
import io.github.carelet.catalog.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the texts of items as a careful editor would, and warns of what is hard to read, of terms that are not explained, of
 * promises that can't be kept, and of treatments that don't say their risks or sources: at most one warning of each kind
 * for a text. Used by one reading.
 */
final class Proofreader {

    /** The language that the grades are made for. */
    private static final String GRADED = "en";

    private static final int SHOWN = 5;

    private static final Set<Treatment.Kind> RISKY = Set.of(
            Treatment.Kind.PROCEDURE, Treatment.Kind.INJECTION, Treatment.Kind.MEDICATION, Treatment.Kind.DEVICE);

    private final Problems problems;
    private final Map<String, Glossary> glossaries;
    private final Map<String, Standard> standards = new HashMap<>();
    private final Syllables syllables = new Syllables();

    /** What texts of one language are held to. */
    private record Standard(Promises promises, Glossary glossary, boolean graded) {

        boolean isEmpty() {
            return promises.isEmpty() && glossary.isEmpty() && !graded;
        }
    }

    /** A text by its place and by what it is held to. */
    private record Spot(Place place, String language, Standard standard) {}

    Proofreader(Problems problems, List<PlainWord> plainWords) {
        this.problems = problems;
        this.glossaries = Glossary.of(plainWords);
    }

    /** Reads the texts of an item. */
    void read(Fields fields, Item item) {
        heading(fields.node(item instanceof Article ? "headline" : "name"), item.name());
        fields.node("summary")
                .ifPresent(node -> translations(node, item.summary(), (spot, text) -> {
                    List<Sentence> sentences = Sentence.in(text);
                    promises(spot, sentences);
                    terms(spot, sentences, item);
                }));
        List<Members> sections = objects(fields.list("sections"));
        for (int i = 0; i < item.sections().size(); i++) {
            section(sections.get(i).members(), item.sections().get(i), item);
        }
        if (item instanceof Treatment treatment) {
            treatment.whatToBring().ifPresent(text -> heading(fields.node("whatToBring"), text));
            risksAndSources(fields, treatment);
        }
    }

    private void section(Map<String, Node> members, Section section, Item item) {
        heading(Optional.ofNullable(members.get("heading")), section.heading());
        Node body = members.get("body");
        if (body != null) {
            translations(body, section.body(), (spot, text) -> body(spot, Prose.of(text), item));
        }
    }

    private void body(Spot spot, Prose prose, Item item) {
        promises(spot, prose.all());
        terms(spot, prose.all(), item);
        readability(spot, prose.sentences());
    }

    /** Reads a text that is too short to explain anything. */
    private void heading(Optional<Node> node, Localized<String> heading) {
        node.ifPresent(found -> translations(found, heading, (spot, text) -> promises(spot, Sentence.in(text))));
    }

    /** Passes on each translation of a text that its language has a standard for. */
    private <T> void translations(Node node, Localized<T> text, BiConsumer<Spot, T> reading) {
        Function<String, Place> places = places(node);
        text.values().forEach((tag, value) -> {
            Spot spot = new Spot(places.apply(tag), tag, standard(tag));
            if (!spot.standard().isEmpty()) {
                reading.accept(spot, value);
            }
        });
    }

    private void promises(Spot spot, List<Sentence> text) {
        List<String> found = text.stream()
                .flatMap(sentence -> spot.standard().promises().in(sentence).stream())
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            problems.warning(
                    Check.PROMISE,
                    spot.place(),
                    String.join(", ", found),
                    "no promise like this: say what the treatment can do, and for whom");
        }
    }

    private void terms(Spot spot, List<Sentence> text, Item item) {
        List<Term> terms = spot.standard().glossary().unexplained(text, names(item, spot.language()));
        if (!terms.isEmpty()) {
            problems.warning(
                    Check.JARGON,
                    spot.place(),
                    String.join(", ", terms.stream().map(Term::term).toList()),
                    "plain words, alone or beside these: "
                            + String.join(
                                    ", ",
                                    terms.stream().limit(SHOWN).map(Term::shown).toList()));
        }
    }

    private void readability(Spot spot, List<Sentence> text) {
        if (spot.standard().graded()) {
            Readability readability = Readability.of(text, syllables);
            if (readability.isHard()) {
                problems.warning(
                        Check.READABILITY,
                        spot.place(),
                        readability.toString(),
                        "at most grade " + Readability.MOST_GRADE + " by Flesch-Kincaid and " + Readability.MOST_SMOG
                                + " by SMOG, and sentences of at most " + Readability.LONG + " words");
            }
        }
    }

    private void risksAndSources(Fields fields, Treatment treatment) {
        if (!RISKY.contains(treatment.kind())) {
            return;
        }
        String kind = treatment.kind().name().toLowerCase(Locale.ROOT);
        if (treatment.sections().stream().noneMatch(Proofreader::tellsRisks)) {
            problems.warning(
                    Check.RISKS, fields.place(), treatment.id(), "a section of aspect 'risks': this is a " + kind);
        }
        if (treatment.review().sources().isEmpty()) {
            problems.warning(
                    Check.SOURCES,
                    fields.place("review"),
                    treatment.id(),
                    "'sources' in its review: what the text rests on, since this is a " + kind);
        }
    }

    private static boolean tellsRisks(Section section) {
        return section.aspect() == Aspect.RISKS
                && section.body().values().values().stream().anyMatch(text -> !text.isBlank());
    }

    /** Returns what an item is called in a language: a text about it need not explain that. */
    private static List<String> names(Item item, String tag) {
        List<Localized<String>> names = new ArrayList<>(List.of(item.name()));
        if (item instanceof Treatment treatment) {
            names.addAll(treatment.alsoCalled());
        } else if (item instanceof Condition condition) {
            names.addAll(condition.alsoCalled());
        }
        return names.stream()
                .flatMap(name -> Stream.ofNullable(name.values().get(tag)))
                .toList();
    }

    private Standard standard(String tag) {
        return standards.computeIfAbsent(
                tag,
                each -> new Standard(
                        Promises.in(each),
                        glossaries.getOrDefault(each, Glossary.builtInFor(each)),
                        Promises.primary(each).equals(GRADED)));
    }

    /** Returns where each translation stands; the text itself if it is in one language only. */
    private static Function<String, Place> places(Node node) {
        if (!(node instanceof Members translations)) {
            return tag -> node.place();
        }
        Map<String, Place> places = new HashMap<>();
        translations.members().forEach((tag, each) -> places.put(tag.toLowerCase(Locale.ROOT), each.place()));
        return tag -> places.getOrDefault(tag.toLowerCase(Locale.ROOT), node.place());
    }

    private static List<Members> objects(List<Node> nodes) {
        List<Members> objects = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof Members members) {
                objects.add(members);
            }
        });
        return objects;
    }
}
