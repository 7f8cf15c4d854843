package io.github.carelet.servlet.form;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayChoice;
import io.github.carelet.schedule.RequestRules;
import io.github.carelet.servlet.page.LanguageLink;
import io.github.carelet.servlet.page.Theme;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the last page: when and who. */
record RequestPages(Pages pages, InstantSource clock, Availability availability) {

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
    RequestPage blank(Visitor visitor, Asked asked, String token, View view) {
        return page(visitor, asked, token, Entered.nothing(view), Optional.empty());
    }

    /** Returns the page again, with everything that was put in and what is wrong with it. */
    RequestPage again(Visitor visitor, Asked asked, String token, Entered entered, Optional<String> headingKey) {
        return page(visitor, asked, token, entered.on(asked.type()), headingKey);
    }

    private RequestPage page(Visitor visitor, Asked asked, String token, Entered entered, Optional<String> headingKey) {
        Messages words = visitor.words();
        FreeTimesSearch search = new FreeTimesSearch(availability, visitor.catalog(), asked.type());
        WhenQuestion.When when = new WhenQuestion(visitor, asked, entered, search, ways(visitor)).ask();
        List<RequestPage.Group> groups = new RequestFields(visitor, asked, entered.kept()).groups();
        Optional<Trouble> trouble =
                headingKey.map(key -> new Trouble(words.text(key), entries(when, groups, entered.kept(), words)));
        boolean chosen = entered.settles();
        boolean settles = asked.type().mode() == Mode.SLOTS && (chosen ? entered.has("slot") : !when.preferred());
        int before = new Offer(visitor.catalog(), asked.choice()).questions();
        Optional<StepLine> line = Pages.step(visitor, before, chosen ? "who" : "when");
        return new RequestPage(
                shell(visitor, asked, entered, trouble.isPresent())
                        .telling(trouble.isPresent() ? News.refused(visitor) : News.step(visitor, line)),
                line,
                words.text(settles ? "form.heading.book" : "form.heading.when"),
                visitor.links().bookings(entered.view().after(sent(visitor, Optional.empty()))) + "#top",
                hidden(visitor, asked, token, entered),
                trouble,
                facts(visitor, asked, entered),
                Pages.redFlags(visitor, asked.choice()),
                new Summary(visitor, asked.choice()).known(),
                promises(visitor, asked, entered, settles),
                when.free(),
                when.preferred() ? Optional.of(times(asked, entered.kept(), words)) : Optional.empty(),
                when.none() && asked.type().mode() == Mode.SLOTS,
                when.choose(),
                when.turns(),
                groups,
                entered.kept().value("website"),
                words.text(settles ? "form.book" : "form.request"));
    }

    /** It goes to another language by POST too. */
    private Shell shell(Visitor visitor, Asked asked, Entered entered, boolean trouble) {
        List<LanguageLink> others = visitor.inOthers(tag -> {
            Map<String, String> parameters = sent(visitor, Optional.of(asked.location()));
            parameters.put("lang", tag);
            return visitor.links().bookings(entered.view().after(parameters)) + "#top";
        });
        return pages.shell(visitor, trouble ? "form.title.error" : "form.title.book")
                .with(new LanguageSwitch(others, RequestPage.FORM));
    }

    /** It leads on by POST: what was typed goes along and is lost nowhere, and stands in no address. */
    private static WhenQuestion.Ways ways(Visitor visitor) {
        return (label, location, view, slot) -> {
            String href = visitor.links().bookings(view.after(sent(visitor, Optional.of(location))));
            String target = view.way()
                    .map(way -> way == View.Way.PREFERRED ? "#carelet-times" : "#top")
                    .filter(any -> view.way().get() != View.Way.TIMES)
                    .orElse("#carelet-slot");
            return new Turn(label, href + target, true, slot);
        };
    }

    private static List<Fact> facts(Visitor visitor, Asked asked, Entered entered) {
        List<Fact> facts = new ArrayList<>(Pages.facts(visitor, asked.choice()));
        if (entered.settles()) {
            Messages words = visitor.words();
            String when = new ChosenTimes(words, asked, entered.kept()).inWords();
            facts.add(new Fact(
                    words.text("form.fact.when"), new Localized.Value<>(when, words.language()), "", Optional.empty()));
        }
        return facts;
    }

    private Times times(Asked asked, Kept kept, Messages words) {
        List<DayChoice> choices = new RequestRules(asked.type(), asked.location()).choices(clock.instant());
        return new RequestTimes(words, kept).show(choices);
    }

    private static List<String> promises(Visitor visitor, Asked asked, Entered entered, boolean settles) {
        Messages words = visitor.words();
        boolean picks = entered.settles() ? entered.has("slot") : entered.way(asked.type()) == View.Way.TIMES;
        String answer = answerWithin(words, visitor.catalog().clinic().answerWithin());
        if (settles) {
            SlotWords inWords =
                    new SlotWords(words, asked.type(), asked.location().timeZone());
            return entered.heldUntil()
                    .map(until -> inWords.time(until.atZone(inWords.zone()).toOffsetDateTime()))
                    .map(until -> List.of(
                            words.text("form.promise.held", until, words.zone(inWords.zone())),
                            words.text("form.promise.held.late")))
                    .orElseGet(() -> List.of(words.text("form.promise.booked")));
        }
        return picks ? List.of(answer, words.text("form.promise.kept")) : List.of(answer);
    }

    /**
     * Returns what the address says to which a form is sent. The partner goes along so that it may frame the answer even
     * where that tells of a token that names nobody. With a location nothing is booked: the form comes back with its times.
     */
    static Map<String, String> sent(Visitor visitor, Optional<Location> location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        visitor.partner().ifPresent(partner -> parameters.put("partner", partner.id()));
        location.ifPresent(each -> parameters.put("at", each.id()));
        return parameters;
    }

    /** The partner is in the token and in the address, and the language goes along: the form can lose neither. */
    private static List<Hidden> hidden(Visitor visitor, Asked asked, String token, Entered entered) {
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden("token", token));
        Map<String, String> parameters = visitor.parameters(asked.choice());
        parameters.remove("partner");
        parameters.remove(Theme.PARAMETER);
        parameters.put("lang", visitor.language());
        hidden.addAll(Hidden.all(parameters));
        if (entered.settles()) {
            Submission chosen = entered.kept().submission();
            Stream.of("slot", "preferred")
                    .flatMap(name -> chosen.all(name).stream().map(value -> new Hidden(name, value)))
                    .forEach(hidden::add);
        }
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
    private static List<Trouble.Entry> entries(
            WhenQuestion.When when, List<RequestPage.Group> groups, Kept kept, Messages words) {
        List<String> order = new ArrayList<>();
        when.free().ifPresent(free -> order.add("slot"));
        if (when.preferred()) {
            order.add("preferred");
        }
        fields(groups).forEach(field -> order.add(field.name()));
        return kept.errors().stream()
                .sorted(Comparator.comparing(error -> order.indexOf(shownAt(error, order))))
                .map(error -> {
                    String at = shownAt(error, order);
                    return new Trouble.Entry(text(groups, error, words), order.contains(at) ? "carelet-" + at : "");
                })
                .distinct()
                .toList();
    }

    /** A question of the clinic's own is named, since the message beside it can't be of its own. */
    private static String text(List<RequestPage.Group> groups, FieldError error, Messages words) {
        String message = Kept.message(error, words);
        return fields(groups)
                .filter(field ->
                        field.name().equals(error.field()) && field.name().startsWith("answers."))
                .findFirst()
                .map(field -> words.text("form.error.of", field.label().value(), message))
                .orElse(message);
    }

    private static Stream<FormField> fields(List<RequestPage.Group> groups) {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    private static String shownAt(FieldError error, List<String> order) {
        return error.field().equals("slot") && !order.contains("slot") ? "preferred" : error.field();
    }
}
