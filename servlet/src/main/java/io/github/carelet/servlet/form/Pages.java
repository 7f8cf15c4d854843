package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Localized;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Assistance;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import java.util.List;
import java.util.Optional;

/** Turns models into sandboxed documents. */
record Pages(Templates templates, Assets assets, FormHeaders headers) {

    private static final int WHEN_AND_WHO = 2;

    /** Returns what every document of a step has. It is the same step, with the same choice, in every language. */
    Shell step(Visitor visitor, Choice choice) {
        return shell(visitor, "form.title.book")
                .with(new LanguageSwitch(
                        visitor.inOthers(
                                tag -> visitor.links().book(visitor.in(tag).parameters(choice))),
                        ""));
    }

    /** Returns what every document has. The title names the clinic, never a treatment: it stays in the history of a browser. */
    Shell shell(Visitor visitor, String titleKey) {
        Clinic clinic = visitor.catalog().clinic();
        Localized.Value<String> name = visitor.say(clinic.name());
        String base = visitor.links().base();
        Document document = new Document(
                        visitor.words().language(),
                        visitor.words().direction(),
                        visitor.words().text("form.title.of", visitor.words().text(titleKey), name.value()),
                        assets.stylesheet(base, visitor.partner()),
                        false)
                .with(assets.ofBooking(base))
                .in(visitor.links().theme());
        return new Shell(
                document,
                visitor.words(),
                name,
                clinic.phone(),
                emergency(visitor),
                Optional.empty(),
                new LanguageSwitch(visitor.inOthers(tag -> visitor.in(tag).firstStep()), ""),
                Assistance.of(clinic, visitor.language(), visitor.words(), visitor.languages()));
    }

    private static List<Localized.Value<String>> emergency(Visitor visitor) {
        Localized.Value<String> theirs = visitor.say(visitor.catalog().clinic().emergency());
        return visitor.words().emergency(theirs.value(), theirs.language(), visitor.language()).stream()
                .map(each -> new Localized.Value<>(each.text(), each.language()))
                .toList();
    }

    /** Renders a step that nobody has filled in. */
    Reply emptyStep(Visitor visitor, String template, Object model) {
        return Reply.html(200, templates.render(template, model)).with(headers.ofEmptyStep(visitor.partner()));
    }

    /** Renders any other document. */
    Reply answer(Visitor visitor, int status, String template, Object model) {
        return Reply.html(status, templates.render(template, model)).with(headers.ofAnswer(visitor.partner()));
    }

    /** Returns a document that says what happened, by the messages {@code notice.{name}}, and leads on to the first step. */
    Reply notice(Visitor visitor, int status, String name) {
        NoticePage.Onward onward =
                new NoticePage.Onward(visitor.words().text("form.notice.onward"), visitor.firstStep());
        return notice(visitor, status, name, Optional.of(onward));
    }

    /** Returns a document that says what happened, with another way on or none. */
    Reply notice(Visitor visitor, int status, String name, Optional<NoticePage.Onward> onward) {
        NoticePage page = new NoticePage(
                shell(visitor, "form.title.book"),
                visitor.words().text("form.notice." + name),
                List.of(visitor.words().text("form.notice." + name + ".text")),
                onward);
        return answer(visitor, status, "form/notice.jte", page);
    }

    /** Returns the sign that a condition needs help at once, in the visitor's language. */
    static List<Localized.Value<String>> redFlags(Visitor visitor, Choice choice) {
        return choice.condition().map(Condition::redFlags).orElseGet(List::of).stream()
                .map(visitor::say)
                .toList();
    }

    /** Returns whether a type is only for people who have been at the clinic before: then nobody is asked whether they have. */
    static boolean isForExistingOnly(AppointmentType type) {
        return !type.patients().contains(AppointmentType.PatientKind.NEW);
    }

    /** Returns where in the flow a step is; {@code before} is how many questions of this clinic's form come before it. */
    static StepLine step(Visitor visitor, int before, String name) {
        Catalog catalog = visitor.catalog();
        int questions = new Offer(catalog, Choice.known(catalog, parameter -> Optional.empty())).questions();
        return new StepLine(
                before + 1, questions + WHEN_AND_WHO, visitor.words().text("form.step." + name));
    }
}
