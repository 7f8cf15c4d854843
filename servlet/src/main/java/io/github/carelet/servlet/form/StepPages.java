package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.servlet.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps before the last one: what, and where. Each is a GET whose address says nothing about a person. */
record StepPages(Pages pages) {

    private static final String TEMPLATE = "form/choice.jte";

    /** Returns the step that asks what the visitor needs. */
    Reply what(Visitor visitor, Choice choice) {
        Choice open = choice.withType(Optional.empty());
        List<ChoicePage.Option> options = new Offer(visitor.catalog(), open)
                .types().stream().map(type -> option(visitor, type, choice)).toList();
        return step(visitor, open, "what", "type", options);
    }

    /** Returns the step that asks where. */
    Reply where(Visitor visitor, Choice choice) {
        Choice open = choice.withLocation(Optional.empty());
        List<ChoicePage.Option> options = new Offer(visitor.catalog(), choice)
                .locations().stream().map(location -> option(visitor, location)).toList();
        return step(visitor, open, "where", "location", options);
    }

    /** Returns the page of a type that is booked by phone: the number to call, and the way back to the other types. */
    Reply phoneOnly(Visitor visitor, Choice choice) {
        PhoneNumber phone = choice.location()
                .map(Location::phone)
                .orElse(visitor.catalog().clinic().phone());
        Shell shell = pages.step(visitor, choice);
        Choice again = choice.withType(Optional.empty()).withTreatment(Optional.empty());
        boolean others = new Offer(visitor.catalog(), again).types().size() > 1;
        PhonePage page = new PhonePage(
                shell,
                Pages.facts(visitor, choice),
                Pages.redFlags(visitor, choice),
                new Summary(visitor, choice).known(),
                phone,
                others ? Optional.of(visitor.links().book(visitor.parameters(again)) + "#top") : Optional.empty());
        return pages.emptyStep(visitor, "form/phone.jte", page);
    }

    private Reply step(Visitor visitor, Choice open, String name, String field, List<ChoicePage.Option> options) {
        boolean first =
                name.equals("what") || visitor.catalog().appointmentTypes().size() == 1;
        Optional<StepLine> line = Pages.step(visitor, first ? 0 : 1, name);
        ChoicePage page = new ChoicePage(
                pages.step(visitor, open).telling(News.step(visitor, line)),
                line,
                visitor.words().text("form.heading." + name),
                field,
                visitor.links().base() + "/book#top",
                Hidden.all(visitor.parameters(open)),
                options,
                Pages.facts(visitor, open),
                Pages.redFlags(visitor, open));
        return pages.emptyStep(visitor, TEMPLATE, page);
    }

    private static ChoicePage.Option option(Visitor visitor, AppointmentType type, Choice choice) {
        boolean byPhone = type.mode() == Mode.PHONE;
        PhoneNumber phone = choice.location()
                .map(Location::phone)
                .orElse(visitor.catalog().clinic().phone());
        return new ChoicePage.Option(
                type.id(),
                visitor.say(type.name()),
                hint(visitor, type),
                byPhone ? Optional.of(phone) : Optional.empty());
    }

    private static String hint(Visitor visitor, AppointmentType type) {
        List<String> hints = new ArrayList<>();
        if (type.isDefault()) {
            hints.add(visitor.words().text("form.type.default"));
        }
        if (type.duration().toMinutes() > 0) {
            hints.add(visitor.words().text("form.type.duration", type.duration().toMinutes()));
        }
        return String.join(" ", hints);
    }

    private static ChoicePage.Option option(Visitor visitor, Location location) {
        return new ChoicePage.Option(
                location.id(),
                visitor.say(location.name()),
                visitor.words().apart(String.join(", ", location.address().lines())),
                Optional.empty());
    }
}
