package io.github.carelet.examples.hosts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Paths that no honest client sends, and what each container makes of them. */
final class OddPaths {

    /** The path, and the status in Tomcat, Jetty and Undertow. */
    private static final String TABLE = """
            /fragments/treatments%2Fphysical-therapy    400 400 404
            /fragments/treatments%2fphysical-therapy    400 400 404
            /fragments/treatments%252Fphysical-therapy  404 400 404
            /fragments/treatments%5Cphysical-therapy    400 400 404
            /fragments/treatments/physical-therapy/     404 404 404
            /fragments/treatments/physical-therapy.     404 404 404
            /fragments/treatments/physical-therapy..    404 404 404
            /fragments//treatments                      200 400 404
            /fragments/./treatments                     200 200 404
            /fragments/x/../treatments                  200 200 404
            /fragments/%2e%2e/fragments/treatments      200 400 404
            /fragments/treatments;jsessionid=1          200 200 200
            /fragments;a=b/treatments                   200 200 200
            /fragments/tr%65atments                     200 200 200
            /fragments/treatments%00                    400 400 404
            /fragments/treatments%0d%0aX:%20y           404 400 404
            /fragments/%3Cscript%3E                     404 404 404
            /fragments/%C3%A9                           404 404 404
            /fragments/%FF                              400 400 404
            """;

    static final List<String> ALL =
            TABLE.lines().map(line -> line.split(" +")[0]).toList();

    private OddPaths() {}

    static Map<String, Integer> expected(String container) {
        int column = container.startsWith("Undertow") ? 3 : container.startsWith("Jetty") ? 2 : 1;
        Map<String, Integer> expected = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.split(" +"))
                .forEach(cells -> expected.put(cells[0], Integer.valueOf(cells[column])));
        return expected;
    }
}
