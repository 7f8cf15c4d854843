package io.github.carelet.servlet.form;

import io.github.carelet.booking.FieldError;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.DayChoice;
import io.github.carelet.schedule.RequestRules;
import io.github.carelet.servlet.language.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the last page: when and who. */
record RequestPages(Pages pages, InstantSource clock) {

    /** The template of the page. */
    static final String TEMPLATE = "form/request.jte";

    /**
     * What the form asks for.
     *
     * @param type whose questions it has
     * @param location whose times it has
     * @param choice what the patient chose; where that lacks type or location, the form asks for them too
     */
    record Asked(AppointmentType type, Location location, Choice choice) {

        /**
         * Returns a form that asks for what is missing in a choice, with the questions and times of the nearest that there
         * is; empty if the clinic has none.
         */
        static Optional<Asked> incomplete(Visitor visitor, Choice choice) {
            Optional<AppointmentType> type = choice.type()
                    .or(() -> new Offer(visitor.catalog(), choice)
                            .types().stream()
                                    .filter(each -> each.mode() != AppointmentType.Mode.PHONE)
                                    .findFirst());
            return type.flatMap(each -> choice.location()
                    .or(() -> each.locations().stream().findFirst().flatMap(visitor.catalog()::location))
                    .map(location -> new Asked(each, location, choice)));
        }

        /** Returns what a choice asks for; empty while it is not complete. */
        static Optional<Asked> of(Choice choice) {
            return choice.type().flatMap(type -> choice.location().map(location -> new Asked(type, location, choice)));
        }
    }

    /** Returns the page as it is first shown. */
    RequestPage blank(Visitor visitor, Asked asked, String token) {
        return page(visitor, asked, token, Kept.nothing(), Optional.empty());
    }

    /** Returns the page again, with everything that was put in and what is wrong with it. */
    RequestPage again(Visitor visitor, Asked asked, String token, Kept kept, String headingKey) {
        RequestPage page = page(visitor, asked, token, kept, Optional.empty());
        Trouble trouble = new Trouble(visitor.words().text(headingKey), entries(page, kept, visitor.words()));
        return page(visitor, asked, token, kept, Optional.of(trouble));
    }

    private RequestPage page(Visitor visitor, Asked asked, String token, Kept kept, Optional<Trouble> trouble) {
        int before = new Offer(visitor.catalog(), asked.choice()).questions();
        List<DayChoice> choices = new RequestRules(asked.type(), asked.location()).choices(clock.instant());
        return new RequestPage(
                pages.shell(visitor, trouble.isPresent() ? "form.title.error" : "form.title.book"),
                Pages.step(visitor, before, "when"),
                visitor.links().bookings(visitor.partner()) + "#top",
                hidden(visitor, asked, token),
                trouble,
                Pages.facts(visitor, asked.choice()),
                Pages.redFlags(visitor, asked.choice()),
                new Summary(visitor, asked.choice()).known(),
                answerWithin(visitor.words(), visitor.catalog().clinic().answerWithin()),
                new RequestTimes(visitor.words(), kept).show(choices),
                new RequestFields(visitor, asked, kept).groups(),
                kept.value("website"));
    }

    /** The partner is in the token and in the address, and the language goes along: the form can lose neither. */
    private static List<Hidden> hidden(Visitor visitor, Asked asked, String token) {
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden("token", token));
        Map<String, String> parameters = visitor.parameters(asked.choice());
        parameters.remove("partner");
        parameters.put("lang", visitor.language());
        hidden.addAll(Hidden.all(parameters));
        return hidden;
    }

    /** Returns how soon the clinic answers, as a sentence. */
    static String answerWithin(Messages words, Duration within) {
        long hours = Math.max(1, within.toHours());
        return hours % 24 == 0
                ? words.count("form.answer.days", (int) (hours / 24))
                : words.count("form.answer.hours", (int) hours);
    }

    /** What is to be done, in the order of the page; what belongs to no field comes first. */
    private static List<Trouble.Entry> entries(RequestPage page, Kept kept, Messages words) {
        List<String> order = new ArrayList<>(List.of("preferred"));
        fields(page).forEach(field -> order.add(field.name()));
        return kept.errors().stream()
                .sorted(Comparator.comparing(error -> order.indexOf(shownAt(error))))
                .map(error -> new Trouble.Entry(
                        text(page, error, words), order.contains(shownAt(error)) ? "carelet-" + shownAt(error) : ""))
                .distinct()
                .toList();
    }

    /** A question of the clinic's own is named, since the message beside it can't be of its own. */
    private static String text(RequestPage page, FieldError error, Messages words) {
        String message = Kept.message(error, words);
        return fields(page)
                .filter(field ->
                        field.name().equals(error.field()) && field.name().startsWith("answers."))
                .findFirst()
                .map(field -> words.text("form.error.of", field.label().value(), message))
                .orElse(message);
    }

    private static Stream<FormField> fields(RequestPage page) {
        return page.groups().stream().flatMap(group -> group.fields().stream());
    }

    private static String shownAt(FieldError error) {
        return error.field().equals("slot") ? "preferred" : error.field();
    }
}
