package io.github.carelet.exchange;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Known;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.OpeningHours;
import io.github.carelet.catalog.Treatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a graph, each there once, however often something has to do with it. Used by one thread. */
final class Things {

    private final Catalog catalog;
    private final OwnPages pages;
    private final Shown shown;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Things(Catalog catalog, OwnPages pages, Shown shown) {
        this.catalog = catalog;
        this.pages = pages;
        this.shown = shown;
    }

    /** Returns everything, in the order in which it came up. */
    List<Map<String, Object>> json() {
        return nodes.values().stream().map(Node::json).toList();
    }

    Node clinic() {
        return node(clinicName(), "MedicalOrganization")
                .with("name", shown.clinicNamed() ? said(catalog.clinic().name()) : "");
    }

    String clinicName() {
        return pages.name("clinic", "clinic");
    }

    /** Returns something with no more than a link to it says. */
    Node item(Kind kind, Item item) {
        String type = item instanceof Treatment treatment ? typeOf(treatment) : kind.type();
        return linked(kind, item.id(), type, item.name());
    }

    /** Returns a location with no more than a link to it says. */
    Node location(Location location) {
        return linked(Kind.LOCATION, location.id(), Kind.LOCATION.type(), location.name());
    }

    Node linked(Kind kind, String id, String type, Localized<String> name) {
        return node(name(kind, id), type)
                .with("name", said(name))
                .with("url", pages.page(kind.path(id), shown.language()));
    }

    String name(Kind kind, String id) {
        return pages.name(kind.path(id), kind.word());
    }

    /** Returns a location with what is shown of it. */
    Node place(Location location) {
        Node node = location(location)
                .with("telephone", location.phone().e164())
                .with("address", address(location))
                .refer("parentOrganization", clinicName());
        clinic();
        if (shown.full()) {
            node.with("faxNumber", location.fax().map(fax -> fax.e164()))
                    .with("knowsLanguage", location.languagesSpoken());
            if (location.acceptingNewPatients() != Known.UNKNOWN) {
                node.with("isAcceptingNewPatients", location.acceptingNewPatients() == Known.YES);
            }
            location.hours().ifPresent(hours -> addHours(node, hours, location));
        }
        return node;
    }

    private void addHours(Node node, OpeningHours hours, Location location) {
        node.with("openingHoursSpecification", OpeningHoursNodes.weekly(hours))
                .with(
                        "specialOpeningHoursSpecification",
                        OpeningHoursNodes.special(
                                hours, shown.now().atZone(location.timeZone()).toLocalDate(), Shown.DAYS_AHEAD));
    }

    private static Node address(Location location) {
        return Node.part("PostalAddress")
                .with("streetAddress", location.address().lines().get(0))
                .with("addressLocality", location.address().city())
                .with("addressRegion", location.address().region())
                .with("postalCode", location.address().postalCode())
                .with("addressCountry", location.address().country());
    }

    /** Only a therapy may be the treatment of a condition, and every therapy of the vocabulary is a procedure as well. */
    private static String typeOf(Treatment treatment) {
        if (!treatment.treats().isEmpty()) {
            return "MedicalTherapy";
        }
        return switch (treatment.kind()) {
            case THERAPY, MEDICATION -> "MedicalTherapy";
            case PROCEDURE, INJECTION, DEVICE -> "TherapeuticProcedure";
            case OTHER -> "MedicalProcedure";
        };
    }

    private Node node(String name, String type) {
        return nodes.computeIfAbsent(name, key -> Node.named(key, type));
    }

    String said(Localized<String> text) {
        return text.in(shown.language()).value();
    }

    List<String> said(List<Localized<String>> texts) {
        return texts.stream().map(this::said).toList();
    }
}
