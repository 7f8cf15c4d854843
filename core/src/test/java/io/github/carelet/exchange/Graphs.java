package io.github.carelet.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The graphs of every page of a clinic. */
final class Graphs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Graphs() {}

    /** Returns one graph for each list and each item, in short and in full, in both languages. */
    static List<JsonLd> all(Catalog catalog) {
        List<JsonLd> graphs = new ArrayList<>();
        for (String language : List.of("en", "es")) {
            for (boolean full : new boolean[] {true, false}) {
                GraphOf of = (path, adding) -> graphs.add(
                        adding.apply(graph(catalog, path, language, full)).asOwner());
                of.page("clinic", graph -> graph.addClinic(catalog.locations(), full));
                pages(catalog, of);
                lists(catalog, of);
            }
        }
        return graphs;
    }

    private static void pages(Catalog catalog, GraphOf of) {
        catalog.locations().forEach(each -> of.page("locations/" + each.id(), graph -> graph.add(each)));
        catalog.treatments().forEach(each -> of.page("treatments/" + each.id(), graph -> graph.add(each)));
        catalog.conditions().forEach(each -> of.page("conditions/" + each.id(), graph -> graph.add(each)));
        catalog.practitioners().forEach(each -> of.page("practitioners/" + each.id(), graph -> graph.add(each)));
        catalog.articles().forEach(each -> of.page("articles/" + each.id(), graph -> graph.add(each)));
    }

    private static void lists(Catalog catalog, GraphOf of) {
        of.page("treatments", graph -> {
            catalog.treatments().forEach(graph::add);
            return graph;
        });
        of.page("conditions", graph -> {
            catalog.conditions().forEach(graph::add);
            return graph;
        });
        of.page("locations", graph -> graph);
    }

    static ClinicGraph graph(Catalog catalog, String path, String language, boolean full) {
        OwnPages pages = new OwnPages("https://clinic.example.org/c", "en");
        return new ClinicGraph(catalog, pages, new Shown(path, language, full, true, GeneratedClinic.NOW));
    }

    static JsonNode parse(JsonLd graph) {
        try {
            return JSON.readTree(graph.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(graph.json(), e);
        }
    }

    @FunctionalInterface
    private interface GraphOf {
        void page(String path, UnaryOperator<ClinicGraph> adding);
    }
}
