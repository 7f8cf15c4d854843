package io.github.carelet;

import io.github.carelet.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/** The partners that a host names. Used by one thread. */
final class PartnerSettings {

    private final List<Partner> partners = new ArrayList<>();

    void add(Partner partner) {
        partners.add(partner);
    }

    /** Returns all of them, in the order named. */
    List<Partner> all() {
        return List.copyOf(partners);
    }

    /** Adds what is wrong with them. */
    void check(List<String> problems) {
        Distinct.check("partner", partners.stream().map(Partner::id).toList(), problems);
    }

    /** Adds what they are for and the catalogue does not have. */
    void addUnknown(Catalog catalog, List<String> problems) {
        for (Partner each : partners) {
            each.scope().unknownIn(catalog).stream()
                    .map(what -> "partner '" + each.id() + "': " + what + " is not in the catalogue")
                    .forEach(problems::add);
        }
    }
}
