package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.References.Kind;
import io.github.carelet.catalog.Review.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads treatments, conditions and articles. */
final class ItemReader {

    private final Texts texts;
    private final References references;
    private final LocalDate today;
    private final List<String> everywhere;
    private final Proofreader proofreader;

    ItemReader(Texts texts, References references, LocalDate today, List<String> everywhere, Proofreader proofreader) {
        this.texts = texts;
        this.references = references;
        this.today = today;
        this.everywhere = List.copyOf(everywhere);
        this.proofreader = proofreader;
    }

    Condition condition(Fields fields) {
        Condition condition = new Condition(
                fields.id(),
                texts.required(fields, "name"),
                texts.list(fields, "alsoCalled"),
                texts.patientWords(fields, "patientWords"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                texts.list(fields, "redFlags"),
                codes(fields),
                review(fields));
        proofreader.read(fields, condition);
        fields.end();
        return condition;
    }

    Treatment treatment(Fields fields) {
        List<String> availableAt = references.read(fields, "availableAt", Kind.LOCATIONS);
        Treatment treatment = new Treatment(
                fields.id(),
                fields.choice("kind", Treatment.Kind.class, Treatment.Kind.OTHER),
                texts.required(fields, "name"),
                texts.list(fields, "alsoCalled"),
                texts.patientWords(fields, "patientWords"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                references.read(fields, "treats", Kind.CONDITIONS),
                references.read(fields, "combinesWith", Kind.TREATMENTS),
                availableAt.isEmpty() ? everywhere : availableAt,
                fields.choice("sensitivity", Treatment.Sensitivity.class, Treatment.Sensitivity.NORMAL),
                fields.choice("referralRequired", Known.class, Known.UNKNOWN),
                texts.optional(fields, "whatToBring"),
                review(fields));
        proofreader.read(fields, treatment);
        fields.end();
        return treatment;
    }

    Article article(Fields fields) {
        Article article = new Article(
                fields.id(),
                texts.required(fields, "headline"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                references.read(fields, "about", Kind.TREATMENTS, Kind.CONDITIONS),
                ClinicReader.link(fields, "canonicalUrl"),
                ClinicReader.day(fields, "published"),
                review(fields));
        proofreader.read(fields, article);
        fields.end();
        return article;
    }

    private List<Section> sections(Fields item) {
        List<Section> sections = new ArrayList<>();
        Map<String, List<Node>> required = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Fields fields : item.objects("sections")) {
            fields.written("id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> fields.problems()
                            .error(fields.place("id"), id, "an id that no other section of the item has"));
            fields.list("requires")
                    .forEach(node -> required.computeIfAbsent(node.shown(), id -> new ArrayList<>())
                            .add(node));
            sections.add(section(fields));
        }
        required.keySet().removeAll(ids);
        if (!item.problems().isPartlyRead()) {
            required.values()
                    .forEach(nodes ->
                            nodes.forEach(node -> item.problems().error(node, "the id of a section of the same item")));
        }
        return sections;
    }

    private Section section(Fields fields) {
        Section section = new Section(
                fields.id(),
                fields.choice("aspect", Aspect.class, Aspect.OTHER),
                texts.orEmpty(fields, "heading"),
                texts.richText(fields, "body"),
                fields.list("requires").stream().map(Node::shown).distinct().toList());
        fields.end();
        return section;
    }

    private static List<Code> codes(Fields item) {
        List<Code> codes = new ArrayList<>();
        for (Fields fields : item.objects("codes")) {
            codes.add(new Code(fields.requiredText("system"), fields.requiredText("code")));
            fields.end();
        }
        return codes;
    }

    private Review review(Fields item) {
        Optional<Fields> found = item.object("review");
        if (found.isEmpty()) {
            item.problems().warning(Check.REVIEW, item.place(), "", "a 'review': who checked the text, and when");
            return Review.NONE;
        }
        Fields fields = found.get();
        Review review = new Review(
                fields.text("reviewedBy").orElse(""),
                fields.text("credential").orElse(""),
                ClinicReader.day(fields, "reviewedOn"),
                ClinicReader.day(fields, "dueOn"),
                ClinicReader.day(fields, "withdrawnOn"),
                sources(fields));
        fields.end();
        warn(fields, review);
        return review;
    }

    private void warn(Fields fields, Review review) {
        ReviewState state = review.on(today);
        if (state == ReviewState.NONE) {
            fields.problems()
                    .warning(Check.REVIEW, fields.place(), "", "a 'reviewedOn': the day on which the text was checked");
        }
        if (state == ReviewState.OVERDUE) {
            String due = fields.written("dueOn").orElse("");
            fields.problems().warning(Check.REVIEW, fields.place("dueOn"), due, "a review that is not overdue");
        }
    }

    private static List<Source> sources(Fields review) {
        List<Source> sources = new ArrayList<>();
        for (Fields fields : review.objects("sources")) {
            sources.add(new Source(fields.requiredText("title"), ClinicReader.link(fields, "url")));
            fields.end();
        }
        return sources;
    }
}
