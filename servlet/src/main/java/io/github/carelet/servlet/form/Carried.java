package io.github.carelet.servlet.form;

import io.github.carelet.booking.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form that was begun, while one of the steps before it is taken again: it goes along by POST, since what was typed has no
 * place in an address. Prints nothing of it.
 */
record Carried(Submission form) {

    /** The parameter of the address that says which step is next, of a form that books nothing yet. */
    static final String STEP = "step";

    private static final Set<String> TIMES = Set.of("slot", "preferred");
    private static final Set<String> OF_STEPS =
            Set.of("token", "ref", "type", "treatment", "condition", "location", "lang");

    /** Returns where a begun form goes to take a step: {@code what}, {@code where}, or {@code next} for the first that is open. */
    static String href(Visitor visitor, String step) {
        Map<String, String> parameters = new LinkedHashMap<>();
        visitor.partner().ifPresent(partner -> parameters.put("partner", partner.id()));
        parameters.put(STEP, step);
        return visitor.links().bookings(parameters) + "#top";
    }

    /** Returns the same without its times: other times are free for another choice. */
    Carried withoutTimes() {
        Map<String, List<String>> fields = new LinkedHashMap<>(form.fields());
        fields.keySet().removeAll(TIMES);
        return new Carried(new Submission(fields));
    }

    /** Returns the token, what is signed for it and what was typed, as fields of a step with a choice. */
    List<Hidden> fields(Visitor visitor, Choice choice) {
        List<Hidden> fields = new ArrayList<>();
        Stream.of("token", "ref")
                .forEach(name -> form.first(name).ifPresent(value -> fields.add(new Hidden(name, value))));
        fields.addAll(Hidden.all(visitor.choice(choice)));
        fields.addAll(typed());
        return fields;
    }

    /** Returns what was typed, but times and choices. */
    List<Hidden> typed() {
        List<Hidden> typed = new ArrayList<>();
        form.fields()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !value.isEmpty() && !OF_STEPS.contains(name) && !TIMES.contains(name))
                        .forEach(value -> typed.add(new Hidden(name, value, true))));
        return typed;
    }

    @Override
    public String toString() {
        return "Carried[" + form.fields().size() + " fields]";
    }
}
