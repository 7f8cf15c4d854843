package io.github.carelet;

import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.exchange.JsonLdRole;
import java.util.List;

/**
 * A partner as somebody types it, unchecked.
 *
 * @param id its id
 * @param origins the origins that may frame what is shown; none if it only links
 * @param scope which part of the catalogue its pages show and its visitors can book
 * @param jsonLd what its pages say to search engines about the clinic's facts in them
 * @param events whether scripts of its pages may hear how far a visitor's request is, and no more
 * @param look its look, as {@link Look#parse} reads it; blank for the standard
 */
public record PartnerEntry(
        String id, List<String> origins, CatalogScope scope, JsonLdRole jsonLd, boolean events, String look) {

    /** Copies the list. */
    public PartnerEntry {
        origins = List.copyOf(origins);
    }

    /** Returns a partner for all that the clinic offers, whose pages say nothing to search engines, hear nothing and look as usual. */
    public static PartnerEntry of(String id, List<String> origins) {
        return new PartnerEntry(id, origins, CatalogScope.ALL, JsonLdRole.NONE, false, "");
    }
}
