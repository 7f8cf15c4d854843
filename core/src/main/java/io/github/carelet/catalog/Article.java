package io.github.carelet.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text about treatments and conditions.
 *
 * @param id its id
 * @param headline its headline
 * @param summary what it says in a sentence
 * @param sections its text
 * @param about ids of the treatments and conditions it is about
 * @param canonicalUrl where the original stands
 * @param published when it first appeared
 * @param review who checked it
 */
public record Article(
        String id,
        Localized<String> headline,
        Localized<String> summary,
        List<Section> sections,
        List<String> about,
        Optional<Link> canonicalUrl,
        Optional<LocalDate> published,
        Review review)
        implements Item {

    /** Copies the lists. */
    public Article {
        sections = List.copyOf(sections);
        about = List.copyOf(about);
    }

    @Override
    public Localized<String> name() {
        return headline;
    }

    /** Returns the same, about some of its topics. */
    Article about(List<String> some) {
        return new Article(id, headline, summary, sections, some, canonicalUrl, published, review);
    }
}
