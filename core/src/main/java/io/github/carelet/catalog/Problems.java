package io.github.carelet.catalog;

import io.github.carelet.catalog.CatalogProblem.Check;
import io.github.carelet.catalog.CatalogProblem.Severity;
import io.github.carelet.catalog.Node.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong. Used by one reading. */
final class Problems {

    private static final int SHOWN = 80;
    private final List<CatalogProblem> errors = new ArrayList<>();
    private final List<CatalogProblem> warnings = new ArrayList<>();
    private final Map<String, Integer> fileOrder = new HashMap<>();
    private final int most;
    private boolean partlyRead;

    /** Collects so many errors, and so many warnings. */
    Problems(int most) {
        this.most = most;
    }

    /** Says that a file comes next: problems are told in the order of files and lines. */
    void file(String name) {
        fileOrder.putIfAbsent(name, fileOrder.size());
    }

    void error(Place place, String value, String expected) {
        add(Severity.ERROR, Check.FORM, errors, place, value, expected);
    }

    void error(Node node, String expected) {
        error(node.place(), node.shown(), expected);
    }

    void warning(Check check, Place place, String value, String expected) {
        add(Severity.WARNING, check, warnings, place, value, expected);
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Says that some of the catalogue could not be read, so that what seems to be missing may only be unread. */
    void partlyRead() {
        partlyRead = true;
    }

    boolean isPartlyRead() {
        return partlyRead;
    }

    /** Returns every problem, in the order of files and lines. */
    List<CatalogProblem> all() {
        List<CatalogProblem> all = new ArrayList<>(errors);
        all.addAll(warnings);
        all.sort(Comparator.comparing((CatalogProblem each) -> fileOrder.getOrDefault(each.file(), -1))
                .thenComparing(CatalogProblem::line));
        return all;
    }

    private void add(
            Severity severity, Check check, List<CatalogProblem> found, Place place, String value, String expected) {
        if (found.size() < most) {
            found.add(new CatalogProblem(
                    severity, check, place.file(), place.pointer(), place.line(), shortened(value), expected));
        } else if (found.size() == most) {
            found.add(new CatalogProblem(
                    severity,
                    check,
                    place.file(),
                    "",
                    place.line(),
                    "",
                    "fewer than " + most + " problems; the rest is not told"));
        }
    }

    /** One line, of bearable length: a catalogue is somebody's file, and a console is not the place for control characters. */
    private static String shortened(String value) {
        int end = value.offsetByCodePoints(0, Math.min(SHOWN, value.codePointCount(0, value.length())));
        String start = value.substring(0, end).replaceAll("[\\p{Cc}\\p{Cs}]+", " ");
        return end < value.length() ? start + "…" : start;
    }
}
