package io.github.carelet;

import io.github.carelet.catalog.CatalogScope;
import io.github.carelet.catalog.Slug;
import io.github.carelet.exchange.JsonLdRole;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * A site that shows the clinic's content or its booking form.
 *
 * @param id its id, as it stands in snippets and tokens
 * @param origins the origins that may frame the form, such as {@code https://partner.example}
 * @param jsonLd what its pages say to search engines about the clinic's facts in them
 * @param events whether scripts of its pages may hear how far a visitor's request is: which step, sent, confirmed or refused.
 *     They hear no more than that, but any tracker on the page hears it too
 * @param scope which part of the catalogue its pages show and its visitors can book
 * @param look what its pages and the form look like, where that is not the standard
 */
public record Partner(
        String id, List<String> origins, JsonLdRole jsonLd, boolean events, CatalogScope scope, Look look) {

    /** Returns a partner whose pages say nothing to search engines about the clinic's facts in them. */
    public Partner(String id, List<String> origins) {
        this(id, origins, JsonLdRole.NONE);
    }

    /** Returns a partner whose pages hear nothing of what a visitor does in the form. */
    public Partner(String id, List<String> origins, JsonLdRole jsonLd) {
        this(id, origins, jsonLd, false);
    }

    /** Returns a partner for all that the clinic offers. */
    public Partner(String id, List<String> origins, JsonLdRole jsonLd, boolean events) {
        this(id, origins, jsonLd, events, CatalogScope.ALL, Look.STANDARD);
    }

    /** Returns the same partner, for a part of what the clinic offers. */
    public Partner limitedTo(CatalogScope part) {
        return new Partner(id, origins, jsonLd, events, part, look);
    }

    /** Returns the same partner with another look. */
    public Partner looking(Look other) {
        return new Partner(id, origins, jsonLd, events, scope, other);
    }

    /** Checks the id, each origin (scheme, host and port, and nothing else), and that the look can be read by all. */
    public Partner {
        Slug.check(id);
        look.legible();
        origins = List.copyOf(origins);
        for (String origin : origins) {
            if (!isOrigin(origin)) {
                throw new IllegalArgumentException(
                        "'" + origin + "' is no origin: expected like https://partner.example");
            }
        }
    }

    /** Returns the partner of an id, of some. */
    static Optional<Partner> of(String id, List<Partner> partners) {
        return partners.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns whether a text is the origin of a site: scheme, host and port, and nothing else. */
    public static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false; // what is no address is no origin
        }
    }
}
