package io.github.carelet;

import io.github.carelet.catalog.Slug;
import io.github.carelet.exchange.JsonLdRole;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * A site that shows the clinic's content or its booking form.
 *
 * @param id its id, as it stands in snippets and tokens
 * @param origins the origins that may frame the form, such as {@code https://partner.example}
 * @param jsonLd what its pages say to search engines about the clinic's facts in them
 */
public record Partner(String id, List<String> origins, JsonLdRole jsonLd) {

    /** Returns a partner whose pages say nothing to search engines about the clinic's facts in them. */
    public Partner(String id, List<String> origins) {
        this(id, origins, JsonLdRole.NONE);
    }

    /** Checks the id and each origin: scheme, host and port, and nothing else. */
    public Partner {
        Slug.check(id);
        origins = List.copyOf(origins);
        origins.forEach(Partner::checkOrigin);
    }

    private static void checkOrigin(String origin) {
        try {
            URI uri = new URI(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + origin + "' is no origin: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("'" + origin + "' is no origin: expected like https://partner.example");
    }
}
