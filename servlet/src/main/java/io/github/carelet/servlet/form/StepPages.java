package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.LanguageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first steps: what, and where. Each is a GET whose address says nothing about a person; taken again by who has begun to
 * fill in the form, it is a POST that takes that along.
 */
record StepPages(Pages pages) {

    private static final String TEMPLATE = "form/choice.jte";

    /** Returns the first step of a settled choice that is still open; empty if all that is left to say is when and who. */
    Optional<Reply> open(Visitor visitor, Choice settled, Optional<Carried> begun) {
        if (settled.type().isEmpty()) {
            return Optional.of(what(visitor, settled, begun));
        }
        if (settled.type().get().mode() == Mode.PHONE) {
            return Optional.of(phoneOnly(visitor, settled, begun));
        }
        return settled.location().isEmpty() ? Optional.of(where(visitor, settled, begun)) : Optional.empty();
    }

    /** Returns the step that asks what the visitor needs. */
    Reply what(Visitor visitor, Choice choice, Optional<Carried> begun) {
        Choice open = choice.withType(Optional.empty());
        List<ChoicePage.Option> options = new Offer(visitor.catalog(), open)
                .types().stream().map(type -> option(visitor, type, choice)).toList();
        return step(visitor, new Question(open, "what", "type", options), begun);
    }

    /** Returns the step that asks where. */
    Reply where(Visitor visitor, Choice choice, Optional<Carried> begun) {
        Choice open = choice.withLocation(Optional.empty());
        List<ChoicePage.Option> options = new Offer(visitor.catalog(), choice)
                .locations().stream().map(location -> option(visitor, location)).toList();
        return step(visitor, new Question(open, "where", "location", options), begun);
    }

    /** Returns the page of a type that is booked by phone: the number to call, and the way back to the other types. */
    private Reply phoneOnly(Visitor visitor, Choice choice, Optional<Carried> begun) {
        PhoneNumber phone = choice.location()
                .map(Location::phone)
                .orElse(visitor.catalog().clinic().phone());
        Shell shell = begun.isEmpty() ? pages.step(visitor, choice) : inOtherLanguages(visitor, "next");
        Choice again = choice.withType(Optional.empty()).withTreatment(Optional.empty());
        boolean others = new Offer(visitor.catalog(), again).types().size() > 1;
        PhonePage page = new PhonePage(
                shell,
                new Summary(visitor, choice, begun.isPresent()).facts(),
                Pages.redFlags(visitor, choice),
                new Summary(visitor, choice).known(),
                phone,
                others ? Optional.of(others(visitor, again, begun)) : Optional.empty(),
                begun.map(form -> form.fields(visitor, choice)).orElse(List.of()));
        String template = "form/phone.jte";
        return begun.isEmpty() ? pages.emptyStep(visitor, template, page) : pages.answer(visitor, 200, template, page);
    }

    private static Turn others(Visitor visitor, Choice choice, Optional<Carried> begun) {
        String href = begun.isPresent()
                ? Carried.href(visitor, "what")
                : visitor.links().book(visitor.parameters(choice)) + "#top";
        return new Turn(visitor.words().text("form.phone.others"), href, begun.isPresent(), Optional.empty());
    }

    private record Question(Choice open, String name, String field, List<ChoicePage.Option> options) {}

    private Reply step(Visitor visitor, Question question, Optional<Carried> begun) {
        Choice open = question.open();
        boolean first = question.name().equals("what")
                || visitor.catalog().appointmentTypes().size() == 1;
        StepLine line = Pages.step(visitor, first ? 0 : 1, question.name());
        Shell shell = begun.isEmpty() ? pages.step(visitor, open) : inOtherLanguages(visitor, question.name());
        ChoicePage page = new ChoicePage(
                shell.telling(News.step(visitor, line)),
                line,
                visitor.words().text("form.heading." + question.name()),
                question.field(),
                begun.isEmpty() ? "get" : "post",
                begun.isEmpty() ? visitor.links().base() + "/book#top" : Carried.href(visitor, "next"),
                begun.map(form -> form.fields(visitor, open)).orElseGet(() -> Hidden.all(visitor.parameters(open))),
                question.options(),
                new Summary(visitor, open, begun.isPresent()).facts(),
                Pages.redFlags(visitor, open));
        return begun.isEmpty() ? pages.emptyStep(visitor, TEMPLATE, page) : pages.answer(visitor, 200, TEMPLATE, page);
    }

    private Shell inOtherLanguages(Visitor visitor, String step) {
        List<LanguageLink> others = visitor.inOthers(tag -> {
            Map<String, String> parameters = RequestPages.sent(visitor, Optional.empty());
            parameters.put("lang", tag);
            parameters.put(Carried.STEP, step);
            return visitor.links().bookings(parameters) + "#top";
        });
        return pages.shell(visitor, "form.title.book").with(new LanguageSwitch(others, RequestPage.FORM));
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
        if (Pages.isForExistingOnly(type)) {
            hints.add(visitor.words().text("form.type.existing"));
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
