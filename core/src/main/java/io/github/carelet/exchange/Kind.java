package io.github.carelet.exchange;

import java.util.Locale;

/** What has a page of its own, and what it is in the vocabulary. */
enum Kind {
    LOCATION("MedicalClinic"),
    TREATMENT("MedicalTherapy"),
    CONDITION("MedicalCondition"),
    PRACTITIONER("Person"),
    ARTICLE("Article");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Returns what one of them is called in names, such as {@code treatment}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the path of the page of all of them. */
    String path() {
        return word() + "s";
    }

    /** Returns the path of the page of one. */
    String path(String id) {
        return path() + "/" + id;
    }
}
