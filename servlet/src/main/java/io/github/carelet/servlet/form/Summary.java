package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is being asked for, in words. */
record Summary(Visitor visitor, Choice choice) {

    /** Returns a line for the type, the treatment, the condition and the location, as far as they are chosen. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        choice.type().ifPresent(type -> facts.add(what(type)));
        choice.treatment()
                .ifPresent(treatment -> facts.add(
                        new Fact(text("form.fact.treatment"), visitor.say(treatment.name()), "", Optional.empty())));
        choice.condition()
                .ifPresent(condition -> facts.add(
                        new Fact(text("form.fact.condition"), visitor.say(condition.name()), "", Optional.empty())));
        choice.location().ifPresent(location -> facts.add(where(location)));
        return facts;
    }

    private Fact what(AppointmentType type) {
        Choice again = choice.withType(Optional.empty()).withTreatment(Optional.empty());
        boolean others = new Offer(visitor.catalog(), again).types().size() > 1;
        return new Fact(text("form.fact.what"), visitor.say(type.name()), "", change(again, others));
    }

    private Fact where(Location location) {
        boolean others = new Offer(visitor.catalog(), choice).locations().size() > 1;
        return new Fact(
                text("form.fact.where"),
                visitor.say(location.name()),
                String.join(", ", location.address().lines()),
                change(choice.withLocation(Optional.empty()), others));
    }

    private Optional<String> change(Choice again, boolean possible) {
        return possible ? Optional.of(visitor.links().book(visitor.parameters(again)) + "#top") : Optional.empty();
    }

    private String text(String key) {
        return visitor.words().text(key);
    }
}
