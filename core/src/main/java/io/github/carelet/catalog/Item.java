package io.github.carelet.catalog;

import java.util.List;

/** What treatments, conditions and articles have in common: text in sections, under review. */
public sealed interface Item permits Treatment, Condition, Article {

    /** Returns its id, unique among items of its kind. */
    String id();

    /** Returns its name or headline. */
    Localized<String> name();

    /** Returns what it is in a sentence; an empty text if that is not said. */
    Localized<String> summary();

    /** Returns its text. */
    List<Section> sections();

    /** Returns who checked it, and until when that holds. */
    Review review();
}
