package io.github.carelet.booking;

import io.github.carelet.catalog.Slug;
import java.time.Instant;
import java.util.List;

/**
 * A partner as an administrator entered it.
 *
 * @param id its id
 * @param origins the origins that may frame what is shown
 * @param actor who entered it, or changed it last
 * @param at when, to the millisecond
 */
public record PartnerSite(String id, List<String> origins, String actor, Instant at) {

    /** Checks the id and the name of whoever entered it, and copies the list. */
    public PartnerSite {
        Slug.check(id);
        actor = ClinicAction.somebody(actor);
        origins = List.copyOf(origins);
    }
}
