package io.github.carelet.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** A word and its stems, so that two words can be compared whose language is not known. */
final class WordForms {

    private WordForms() {}

    /** Returns the forms of a folded word. */
    static Set<String> of(String term) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(term);
        for (Stemmer stemmer : Stemmer.values()) {
            forms.add(stemmer.stem(term));
        }
        return forms;
    }
}
