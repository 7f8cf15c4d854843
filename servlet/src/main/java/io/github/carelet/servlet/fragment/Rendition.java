package io.github.carelet.servlet.fragment;

import io.github.carelet.servlet.page.Theme;
import java.util.List;
import java.util.Optional;

/**
 * Which form of which content: every parameter that makes a difference, checked, with its default filled in. Two requests
 * with equal renditions get the same bytes.
 *
 * @param base where the servlet is mounted, as links are written
 * @param page whether it is a whole document
 * @param plain whether it is text without markup
 * @param status how it went: what the content can't be shown for is part of the rendition
 * @param kind what it is about; empty if there is no such kind
 * @param id the id of one item; empty for a list
 * @param language one of the clinic's languages
 * @param full whether items are shown with all their text
 * @param heading the level of the first headings, 2 to 6
 * @param sections ids of the sections to show; empty means all
 * @param location id of the location that the visitor has chosen
 * @param instance sets the ids of this rendition apart from others on the same page; may be empty
 * @param partner id of the site that shows it
 * @param theme the colours of a whole document; empty if the visitor's system decides
 */
record Rendition(
        String base,
        boolean page,
        boolean plain,
        Status status,
        Optional<Kind> kind,
        Optional<String> id,
        String language,
        boolean full,
        int heading,
        List<String> sections,
        Optional<String> location,
        String instance,
        Optional<String> partner,
        Optional<Theme> theme) {

    Rendition {
        sections = List.copyOf(sections);
    }

    /** How a request went. */
    enum Status {
        OK(200),
        INVALID(400),
        MISSING(404),
        WITHDRAWN(410);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        /** Returns the status of HTTP. */
        int code() {
            return code;
        }
    }

    /** Returns what is shown instead of the content: the same for as many requests as possible. */
    Rendition failed(Status failure) {
        boolean knownItem = failure == Status.WITHDRAWN;
        return new Rendition(
                base,
                page,
                plain,
                failure,
                kind,
                knownItem ? id : Optional.empty(),
                language,
                false,
                heading,
                List.of(),
                location,
                instance,
                partner,
                theme);
    }

    /** Returns the path of its content below {@code /fragments/} or {@code /pages/}. */
    String path() {
        return kind.map(Kind::code).orElse("") + id.map("/"::concat).orElse("");
    }

    /** Returns the level of headings within something that has its own, at most 6. */
    static int below(int level) {
        return Math.min(6, level + 1);
    }
}
