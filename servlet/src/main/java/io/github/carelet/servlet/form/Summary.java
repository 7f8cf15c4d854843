package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.BeforeVisit;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.catalog.Treatment;
import io.github.carelet.servlet.fragment.FirstQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is being asked for, in words.
 *
 * @param begun whether the way to choose anew takes a form along that was begun
 */
record Summary(Visitor visitor, Choice choice, boolean begun) {

    /** Says what is asked for in a step that nobody has filled in. */
    Summary(Visitor visitor, Choice choice) {
        this(visitor, choice, false);
    }

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

    /**
     * Returns what patients ask first, as far as the choice decides it: without a treatment for any that the type is for,
     * without those for any at the location.
     */
    List<io.github.carelet.servlet.fragment.Fact> known() {
        return known(false);
    }

    /** Returns the same where nothing can be chosen any more: without what depends on a choice. */
    List<io.github.carelet.servlet.fragment.Fact> settled() {
        return known(true);
    }

    private List<io.github.carelet.servlet.fragment.Fact> known(boolean settled) {
        Catalog catalog = visitor.catalog();
        List<Location> where = choice.location().map(List::of).orElseGet(catalog::locations);
        PhoneNumber number =
                choice.location().map(Location::phone).orElse(catalog.clinic().phone());
        BeforeVisit answers = BeforeVisit.of(catalog.clinic(), treatments(where), where);
        return FirstQuestions.on(visitor.language(), visitor.words(), answers, number, settled);
    }

    private List<Treatment> treatments(List<Location> where) {
        List<String> named = choice.treatment()
                .map(each -> List.of(each.id()))
                .orElseGet(() -> choice.type().map(AppointmentType::treatments).orElse(List.of()));
        return visitor.catalog().treatments().stream()
                .filter(each -> named.isEmpty()
                        ? where.stream().anyMatch(place -> each.availableAt().contains(place.id()))
                        : named.contains(each.id()))
                .toList();
    }

    private Fact what(AppointmentType type) {
        Choice again = choice.withType(Optional.empty()).withTreatment(Optional.empty());
        boolean others = new Offer(visitor.catalog(), again).types().size() > 1;
        return new Fact(text("form.fact.what"), visitor.say(type.name()), whoFor(type), change("what", again, others));
    }

    private String whoFor(AppointmentType type) {
        return Pages.isForExistingOnly(type) ? text("form.type.existing") : "";
    }

    private Fact where(Location location) {
        boolean others = new Offer(visitor.catalog(), choice).locations().size() > 1;
        return new Fact(
                text("form.fact.where"),
                visitor.say(location.name()),
                visitor.words().apart(String.join(", ", location.address().lines())),
                change("where", choice.withLocation(Optional.empty()), others));
    }

    private Optional<Turn> change(String step, Choice again, boolean possible) {
        String href = begun ? Carried.href(visitor, step) : visitor.links().book(visitor.parameters(again)) + "#top";
        return Optional.of(new Turn(text("form.change"), href, begun, Optional.empty()))
                .filter(any -> possible);
    }

    private String text(String key) {
        return visitor.words().text(key);
    }
}
