package io.github.carelet.catalog;

/**
 * Something that a catalogue was asked, by {@link Catalog#observed}. If two catalogues give equal answers to all questions that
 * were asked to make something, then it would be the same of both.
 *
 * @param about what was asked for
 * @param id of which thing; empty where that does not apply
 */
public record CatalogQuestion(About about, String id) {

    /** What is asked for. */
    public enum About {
        /** The clinic. */
        CLINIC,
        /** All locations. */
        LOCATIONS,
        /** All conditions. */
        CONDITIONS,
        /** All treatments. */
        TREATMENTS,
        /** All practitioners. */
        PRACTITIONERS,
        /** All articles. */
        ARTICLES,
        /** All appointment types. */
        APPOINTMENT_TYPES,
        /** A location. */
        LOCATION,
        /** A condition. */
        CONDITION,
        /** A treatment. */
        TREATMENT,
        /** A practitioner. */
        PRACTITIONER,
        /** An article. */
        ARTICLE,
        /** An appointment type. */
        APPOINTMENT_TYPE,
        /** The treatments for a condition. */
        TREATMENTS_FOR,
        /** The articles about something. */
        ARTICLES_ABOUT
    }

    /** Returns whether two catalogues give equal answers. */
    public boolean isAnsweredAlike(Catalog one, Catalog other) {
        return answer(one).equals(answer(other));
    }

    private Object answer(Catalog catalog) {
        return switch (about) {
            case CLINIC -> catalog.clinic();
            case LOCATIONS -> catalog.locations();
            case CONDITIONS -> catalog.conditions();
            case TREATMENTS -> catalog.treatments();
            case PRACTITIONERS -> catalog.practitioners();
            case ARTICLES -> catalog.articles();
            case APPOINTMENT_TYPES -> catalog.appointmentTypes();
            case LOCATION -> catalog.location(id);
            case CONDITION -> catalog.condition(id);
            case TREATMENT -> catalog.treatment(id);
            case PRACTITIONER -> catalog.practitioner(id);
            case ARTICLE -> catalog.article(id);
            case APPOINTMENT_TYPE -> catalog.appointmentType(id);
            case TREATMENTS_FOR -> catalog.treatmentsFor(id);
            case ARTICLES_ABOUT -> catalog.articlesAbout(id);
        };
    }
}
