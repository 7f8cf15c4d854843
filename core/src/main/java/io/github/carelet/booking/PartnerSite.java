package io.github.carelet.booking;

import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.catalog.Slug;
import java.time.Instant;
import java.util.List;

/**
 * A partner as an administrator entered it.
 *
 * @param id its id
 * @param origins the origins that may frame what is shown
 * @param scope which part of the catalogue it is for
 * @param shown what its pages say, hear and look like
 * @param actor who entered it, or changed it last
 * @param at when, to the millisecond
 */
public record PartnerSite(String id, List<String> origins, CatalogScope scope, Shown shown, String actor, Instant at) {

    /** Checks the id and the name of whoever entered it, and copies the list. */
    public PartnerSite {
        Slug.check(id);
        actor = ClinicAction.somebody(actor);
        origins = List.copyOf(origins);
    }

    /**
     * What the pages of a partner say, hear and look like.
     *
     * @param jsonLd the code of what they say to search engines, such as {@code none}
     * @param events whether their scripts may hear how far a visitor's request is
     * @param look what differs from the standard look, as declarations in CSS; empty if nothing
     */
    public record Shown(String jsonLd, boolean events, String look) {

        /** Nothing is said or heard, and it looks as usual. */
        public static final Shown STANDARD = new Shown("none", false, "");
    }
}
