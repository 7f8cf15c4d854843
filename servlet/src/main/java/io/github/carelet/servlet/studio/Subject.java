package io.github.carelet.servlet.studio;

import io.github.carelet.catalog.Slug;
import io.github.carelet.servlet.embed.FormAddresses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a page of another site is to show. */
public sealed interface Subject {

    /**
     * Something of the content.
     *
     * @param kind the list it is in, as in addresses, such as {@code treatments}
     * @param id the id of one; without it, the list
     */
    record Content(String kind, Optional<String> id) implements Subject {

        /** Checks both. */
        public Content {
            Slug.check(kind);
            id.ifPresent(Slug::check);
        }

        /** Returns kind and id, as in addresses. */
        public String path() {
            return kind + id.map(each -> "/" + each).orElse("");
        }
    }

    /**
     * The booking form.
     *
     * @param known what is known of the appointment: ids of the catalogue by the names of {@link FormAddresses#IDS}
     */
    record Form(Map<String, String> known) implements Subject {

        /** Checks the ids, and puts them into their order. */
        public Form {
            Map<String, String> ordered = new LinkedHashMap<>();
            for (String name : FormAddresses.IDS) {
                Optional.ofNullable(known.get(name)).ifPresent(id -> ordered.put(name, Slug.check(id)));
            }
            if (ordered.size() != known.size()) {
                throw new IllegalArgumentException(known.keySet() + ": expected some of " + FormAddresses.IDS);
            }
            known = Collections.unmodifiableMap(ordered);
        }
    }
}
