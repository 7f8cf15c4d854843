package io.github.carelet.servlet.fragment;

import io.github.carelet.Partner;
import io.github.carelet.catalog.Location;
import io.github.carelet.exchange.ClinicGraph;
import io.github.carelet.exchange.JsonLd;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.exchange.OwnPages;
import io.github.carelet.exchange.Shown;
import java.util.List;
import java.util.Optional;

/**
 * Says to search engines what a rendition shows, if that is for this site to say.
 *
 * @param scene what it is made from
 */
record Structured(Scene scene) {

    /**
     * Returns what a rendition says.
     *
     * @param partner the site that shows it, if it is not the clinic's own
     */
    Optional<JsonLd> forSite(Optional<Partner> partner) {
        Rendition rendition = scene.rendition();
        JsonLdRole way = partner.map(Partner::jsonLd).orElse(rendition.page() ? JsonLdRole.OWNER : JsonLdRole.NONE);
        boolean content = rendition.status() == Rendition.Status.OK
                && rendition
                        .kind()
                        .filter(kind -> kind != Kind.BOOKING && kind != Kind.SEARCH)
                        .isPresent();
        return content && !rendition.plain() ? say(way) : Optional.empty();
    }

    private Optional<JsonLd> say(JsonLdRole way) {
        return switch (way) {
            case OWNER -> Optional.of(graph().asOwner());
            case REFERENCE -> Optional.of(graph().asReference());
            case NONE -> Optional.empty();
        };
    }

    private ClinicGraph graph() {
        Rendition rendition = scene.rendition();
        Kind kind = rendition.kind().orElseThrow();
        ClinicGraph graph = new ClinicGraph(
                scene.catalog(),
                new OwnPages(rendition.base(), scene.catalog().clinic().defaultLanguage()),
                new Shown(
                        rendition.path(),
                        rendition.language(),
                        rendition.full(),
                        rendition.page() || kind == Kind.CLINIC,
                        scene.now()));
        Selection chosen = new Selection(scene);
        switch (kind) {
            case CLINIC -> graph.addClinic(locations(), rendition.location().isEmpty());
            case LOCATIONS -> locations().forEach(graph::add);
            case TREATMENTS -> chosen.treatments().forEach(graph::add);
            case CONDITIONS -> chosen.conditions().forEach(graph::add);
            case PRACTITIONERS -> chosen.practitioners().forEach(graph::add);
            case ARTICLES -> chosen.articles().forEach(graph::add);
            case BOOKING, SEARCH -> {
                // The way to an appointment is no thing to describe.
            }
        }
        return graph;
    }

    private List<Location> locations() {
        Optional<String> only = scene.rendition().id().or(scene.rendition()::location);
        return scene.catalog().locations().stream()
                .filter(each -> only.isEmpty() || only.get().equals(each.id()))
                .toList();
    }
}
