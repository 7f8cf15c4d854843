package io.github.carelet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a page says in schema.org's words about the clinic and its places.
 *
 * @param things what was said, one of them for each script or outermost item
 */
record StructuredFacts(List<Said> things) {

    StructuredFacts {
        things = List.copyOf(things);
    }

    /**
     * One statement.
     *
     * @param text what to show for it in the report
     * @param places the places in it
     * @param organisation the name of the organisation in it; empty if none
     * @param phones numbers in it that belong to no place
     * @param problem why it can't be read; empty if it can
     */
    record Said(String text, List<PlaceFact> places, String organisation, List<String> phones, String problem) {

        Said {
            places = List.copyOf(places);
            phones = List.copyOf(phones);
        }

        static Said broken(String text, String problem) {
            return new Said(text, List.of(), "", List.of(), problem);
        }

        /** Returns what a tree of things says. */
        static Said of(String text, JsonNode tree) {
            SchemaPlaces reader = new SchemaPlaces();
            reader.read(tree);
            return new Said(text, reader.places(), reader.organisation(), reader.phones(), "");
        }
    }

    List<PlaceFact> places() {
        List<PlaceFact> places = new ArrayList<>();
        things.forEach(each -> places.addAll(each.places()));
        return places;
    }

    Optional<String> organisation() {
        return things.stream()
                .map(Said::organisation)
                .filter(each -> !each.isEmpty())
                .findFirst();
    }
}
