package io.github.carelet.partnersite;

import io.github.carelet.partnersite.AccessibilityTree.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody who does not see a document, and goes by what is said of it: what of that is missing, doubled or out of order. */
record ScreenReader(AccessibilityTree tree) {

    private static final String[] CONTROLS = {
        "button",
        "link",
        "textbox",
        "searchbox",
        "combobox",
        "radio",
        "checkbox",
        "spinbutton",
        "Date",
        "InputTime",
        "DisclosureTriangle",
        "switch",
        "slider"
    };

    private static final String[] NAMED = {"image", "Iframe", "dialog", "region", "columnheader", "rowheader"};

    /** Returns everything that is wrong. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        tree.things().forEach(each -> of(each, faults));
        order(faults);
        doubled(faults);
        return faults;
    }

    private void of(Thing thing, List<String> faults) {
        if ((thing.is(CONTROLS) || thing.is(NAMED) || isLone(thing))
                && thing.name().isBlank()) {
            faults.add("no name: " + thing);
        }
        if (thing.is("radio")
                && thing.within("group", "radiogroup")
                        .filter(each -> !each.name().isBlank())
                        .isEmpty()) {
            faults.add("no group: " + thing);
        }
        if (thing.states().containsKey("invalid") && thing.description().isBlank()) {
            faults.add("wrong, but not why: " + thing);
        }
        if (thing.states().containsKey("invalid") && tree.things().stream().noneMatch(each -> each.is("alert"))) {
            faults.add("wrong, but nothing was entered yet: " + thing);
        }
        if (!thing.description().isBlank() && thing.name().contains(thing.description())) {
            faults.add("said twice: " + thing);
        }
    }

    /** A group that opens and closes is named by what opens it. */
    private boolean isLone(Thing thing) {
        return thing.is("group", "radiogroup")
                && tree.things().stream()
                        .filter(each -> each.is("DisclosureTriangle"))
                        .noneMatch(each ->
                                each.within("group").filter(thing::equals).isPresent());
    }

    /** One main part, one first heading, and none that leaves out a level; an alert before it has its own. */
    private void order(List<String> faults) {
        if (tree.things().stream().filter(each -> each.is("main")).count() != 1) {
            faults.add("not one main part");
        }
        int before = 0;
        for (Thing heading : tree.things().stream()
                .filter(each -> each.is("heading") && each.within("alert").isEmpty())
                .toList()) {
            int level = Integer.parseInt(heading.states().getOrDefault("level", "0"));
            if (level > before + 1 || level == 1 && before > 0) {
                faults.add("out of order: " + heading);
            }
            before = level;
        }
    }

    /** Two things of one name do the same, or stand in parts that are told apart. */
    private void doubled(List<String> faults) {
        Map<String, String> links = new HashMap<>();
        Set<List<String>> buttons = new HashSet<>();
        for (Thing thing : tree.things()) {
            String url = thing.states().getOrDefault("url", "");
            if (thing.is("link")
                    && !links.computeIfAbsent(thing.name(), any -> url).equals(url)) {
                faults.add("leads elsewhere than another: " + thing);
            }
            List<String> place = Stream.concat(thing.path().stream(), Stream.of(thing))
                    .filter(each -> each.equals(thing) || !each.is("form", "table", "list"))
                    .map(each -> each.role() + " " + each.name())
                    .toList();
            if (thing.is("button") && !buttons.add(place)) {
                faults.add("like another: " + thing);
            }
        }
    }
}
