package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Severity;
import io.github.carelet.catalog.Node.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong. Used by one reading. */
final class Problems {

    private static final int SHOWN = 80;

    private final List<CatalogProblem> found = new ArrayList<>();

    void error(Place place, String value, String expected) {
        add(Severity.ERROR, place, value, expected);
    }

    void error(Node node, String expected) {
        error(node.place(), node.shown(), expected);
    }

    void warning(Place place, String value, String expected) {
        add(Severity.WARNING, place, value, expected);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    List<CatalogProblem> all() {
        return List.copyOf(found);
    }

    private void add(Severity severity, Place place, String value, String expected) {
        found.add(
                new CatalogProblem(severity, place.file(), place.pointer(), place.line(), shortened(value), expected));
    }

    /** One line, of bearable length: a catalogue is somebody's file, and a console is not the place for control characters. */
    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
