package io.github.carelet.catalog;

import io.github.carelet.catalog.Review.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads treatments, conditions and articles. */
final class ItemReader {

    private final Texts texts;
    private final LocalDate today;

    ItemReader(Texts texts, LocalDate today) {
        this.texts = texts;
        this.today = today;
    }

    Condition condition(Fields fields) {
        Condition condition = new Condition(
                fields.id(),
                texts.required(fields, "name"),
                texts.list(fields, "alsoCalled"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                texts.list(fields, "redFlags"),
                codes(fields),
                review(fields));
        fields.end();
        return condition;
    }

    Treatment treatment(Fields fields, List<String> allLocations) {
        Treatment treatment = new Treatment(
                fields.id(),
                fields.choice("kind", Treatment.Kind.class, Treatment.Kind.OTHER),
                texts.required(fields, "name"),
                texts.list(fields, "alsoCalled"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                fields.ids("treats"),
                fields.ids("combinesWith"),
                fields.node("availableAt").isPresent() ? fields.ids("availableAt") : allLocations,
                fields.choice("sensitivity", Treatment.Sensitivity.class, Treatment.Sensitivity.NORMAL),
                fields.choice("referralRequired", Known.class, Known.UNKNOWN),
                texts.optional(fields, "whatToBring"),
                review(fields));
        fields.end();
        return treatment;
    }

    Article article(Fields fields) {
        Article article = new Article(
                fields.id(),
                texts.required(fields, "headline"),
                texts.orEmpty(fields, "summary"),
                sections(fields),
                fields.ids("about"),
                ClinicReader.link(fields, "canonicalUrl"),
                ClinicReader.day(fields, "published"),
                review(fields));
        fields.end();
        return article;
    }

    private List<Section> sections(Fields item) {
        List<Section> sections = new ArrayList<>();
        List<Fields> read = item.objects("sections");
        for (Fields fields : read) {
            sections.add(new Section(
                    fields.id(),
                    fields.choice("aspect", Aspect.class, Aspect.OTHER),
                    texts.required(fields, "heading"),
                    texts.requiredRichText(fields, "body"),
                    fields.ids("requires")));
            fields.end();
        }
        checkSections(read, sections);
        return sections;
    }

    private static void checkSections(List<Fields> read, List<Section> sections) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            String id = sections.get(i).id();
            if (!id.isEmpty() && !ids.add(id)) {
                read.get(i)
                        .problems()
                        .error(read.get(i).place("id"), id, "an id that no other section of the item has");
            }
        }
        for (int i = 0; i < sections.size(); i++) {
            for (String required : sections.get(i).requires()) {
                if (!ids.contains(required)) {
                    read.get(i)
                            .problems()
                            .error(read.get(i).place("requires"), required, "the id of a section of the same item");
                }
            }
        }
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
            item.problems().warning(item.place(), "", "a 'review': who checked the text, and when");
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
            fields.problems().warning(fields.place(), "", "a 'reviewedOn': the day on which the text was checked");
        }
        if (state == ReviewState.OVERDUE) {
            String due = review.dueOn().map(LocalDate::toString).orElse("");
            fields.problems().warning(fields.place("dueOn"), due, "a review that is not overdue");
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
