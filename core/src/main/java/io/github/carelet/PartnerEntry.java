package io.github.carelet;

import io.github.carelet.exchange.JsonLdRole;
import java.util.List;

/**
 * A partner as somebody types it, unchecked.
 *
 * @param id its id
 * @param origins the origins that may frame what is shown; none if it only links
 * @param jsonLd what its pages say to search engines about the clinic's facts in them
 * @param events whether scripts of its pages may hear how far a visitor's request is, and no more
 * @param look its look, as {@link Look#parse} reads it; blank for the standard
 */
public record PartnerEntry(String id, List<String> origins, JsonLdRole jsonLd, boolean events, String look) {

    /** Copies the list. */
    public PartnerEntry {
        origins = List.copyOf(origins);
    }

    /** Returns a partner whose pages say nothing to search engines, hear nothing and look as usual. */
    public static PartnerEntry of(String id, List<String> origins) {
        return new PartnerEntry(id, origins, JsonLdRole.NONE, false, "");
    }
}
