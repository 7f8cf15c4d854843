package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.ReviewState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a rendition is made from.
 *
 * @param catalog the catalogue
 * @param rendition which rendition
 * @param now when
 * @param voice in which language
 * @param links where its links lead
 */
record Scene(Catalog catalog, Rendition rendition, Instant now, Voice voice, Links links) {

    /** Returns the day at the clinic, by which reviews are judged. */
    LocalDate today() {
        return now.atZone(catalog.clinic().timeZone()).toLocalDate();
    }

    ReviewState review(Item item) {
        return item.review().on(today());
    }

    boolean isShown(Item item) {
        return review(item) != ReviewState.WITHDRAWN;
    }

    /** Returns the level of the first heading of the content. */
    int level() {
        return rendition.page() ? (hasTitle() ? 2 : 1) : rendition.heading();
    }

    /** Returns whether the document needs a title, since the content begins with a heading for each item. */
    boolean hasTitle() {
        return rendition.page()
                && rendition.status() == Rendition.Status.OK
                && rendition.id().isEmpty()
                && rendition.kind().filter(Kind::hasItems).isPresent();
    }

    /**
     * Returns the id of an item in the page. What follows an instance is set off by two low lines and a section of the item
     * by one, which no slug has: so no two of them are ever the same.
     */
    String id(String kind, String item) {
        String prefix = rendition.instance().isEmpty() ? "carelet-" : "carelet-" + rendition.instance() + "__";
        return prefix + kind + "-" + item;
    }
}
