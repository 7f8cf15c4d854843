package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Section;
import io.github.carelet.catalog.Slug;
import io.github.carelet.language.LanguageTag;
import io.github.carelet.servlet.fragment.Rendition.Status;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Theme;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a path and a query as a {@link Rendition}: unknown names are ignored, a value that is not allowed makes the whole
 * request invalid, and no value is ever repeated. Used for one request.
 */
final class RenditionReader {

    private final Catalog catalog;
    private final Predicate<String> partners;
    private final Query query;
    private boolean invalid;

    /**
     * Reads a query.
     *
     * @param partners whether a partner is known
     */
    RenditionReader(Catalog catalog, Predicate<String> partners, Query query) {
        this.catalog = catalog;
        this.partners = partners;
        this.query = query;
    }

    /**
     * Returns the rendition that is asked for; withdrawal is not judged here.
     *
     * @param base where the servlet is mounted
     * @param page whether a whole document is asked for
     * @param path the segments after {@code fragments} or {@code pages}
     */
    Rendition read(String base, boolean page, List<String> path) {
        Optional<Kind> kind = path.isEmpty() ? Optional.empty() : Kind.of(path.get(0));
        Optional<String> id = path.size() < 2 ? Optional.empty() : Optional.of(path.get(1));
        boolean plain = value("format", List.of("html", "text")::contains)
                .map("text"::equals)
                .orElse(false);
        Rendition rendition = new Rendition(
                base,
                page && !plain,
                plain,
                Status.OK,
                kind,
                id,
                language(),
                value("view", List.of("card", "full")::contains)
                        .map("full"::equals)
                        .orElse(id.isPresent()),
                value("heading", value -> value.matches("[2-6]"))
                        .map(Integer::valueOf)
                        .orElse(2),
                sections(kind, id),
                value("location", value -> catalog.location(value).isPresent()),
                value("instance", Slug::isValid).orElse(""),
                value("partner", partners),
                page ? value(Theme.PARAMETER, Theme::isKnown).flatMap(Theme::of) : Optional.empty());
        if (!exists(kind, id) || path.size() > 2) {
            return rendition.failed(Status.MISSING);
        }
        return invalid ? rendition.failed(Status.INVALID) : rendition;
    }

    private String language() {
        return value("lang", LanguageTag::isWellFormed)
                .flatMap(tag -> LanguageTag.lookup(tag, catalog.clinic().languages()))
                .orElse(catalog.clinic().defaultLanguage());
    }

    /** Section ids are looked for only when some are asked for: a catalogue may have very many. */
    private List<String> sections(Optional<Kind> kind, Optional<String> id) {
        return value("sections", list -> ids(kind, id).containsAll(split(list)))
                .map(list -> List.copyOf(new TreeSet<>(split(list))))
                .orElse(List.of());
    }

    private Set<String> ids(Optional<Kind> kind, Optional<String> id) {
        return items(kind).stream()
                .filter(item -> id.isEmpty() || id.get().equals(item.id()))
                .flatMap(item -> item.sections().stream())
                .map(Section::id)
                .collect(Collectors.toSet());
    }

    private static List<String> split(String list) {
        return Arrays.asList(list.split(",", -1));
    }

    private Optional<String> value(String name, Predicate<String> allowed) {
        List<String> values = query.parameters().getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean good = values.size() == 1 && allowed.test(values.get(0));
        invalid |= !good;
        return good ? Optional.of(values.get(0)) : Optional.empty();
    }

    private boolean exists(Optional<Kind> kind, Optional<String> id) {
        return kind.isPresent() && (id.isEmpty() || has(kind.get(), id.get()));
    }

    private boolean has(Kind kind, String id) {
        return switch (kind) {
            case CLINIC, BOOKING, SEARCH -> false;
            case LOCATIONS -> catalog.location(id).isPresent();
            case TREATMENTS -> catalog.treatment(id).isPresent();
            case CONDITIONS -> catalog.condition(id).isPresent();
            case PRACTITIONERS -> catalog.practitioner(id).isPresent();
            case ARTICLES -> catalog.article(id).isPresent();
        };
    }

    private Collection<? extends Item> items(Optional<Kind> kind) {
        if (kind.isEmpty()) {
            return List.of();
        }
        return switch (kind.get()) {
            case CLINIC, BOOKING, SEARCH, LOCATIONS, PRACTITIONERS -> List.<Item>of();
            case TREATMENTS -> catalog.treatments();
            case CONDITIONS -> catalog.conditions();
            case ARTICLES -> catalog.articles();
        };
    }
}
