package io.github.carelet.servlet.form;

import io.github.carelet.booking.Availability;
import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.FieldError;
import io.github.carelet.booking.Hold;
import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayChoice;
import io.github.carelet.schedule.RequestRules;
import io.github.carelet.servlet.page.LanguageLink;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the pages of the last two steps: when, and who. */
record RequestPages(Pages pages, InstantSource clock, Availability availability, BookingDesk desk) {

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
        Step step = Step.of(asked, entered);
        WhenQuestion.Ways ways = step == Step.WHEN ? byAddress(visitor, asked.choice()) : byPost(visitor);
        WhenQuestion.When when = new WhenQuestion(visitor, asked, entered, search, ways).ask();
        List<RequestPage.Group> groups =
                step.asksWho() ? new RequestFields(visitor, asked, entered.kept()).groups() : List.of();
        Optional<Trouble> trouble =
                headingKey.map(key -> new Trouble(words.text(key), entries(when, groups, asked, entered, words)));
        boolean settles =
                asked.type().mode() == Mode.SLOTS && (step == Step.WHO ? entered.has("slot") : !when.preferred());
        boolean who = step.asksWho() && !asksTimeAgain(step, entered);
        int before = new Offer(visitor.catalog(), asked.choice()).questions() + (who ? 1 : 0);
        StepLine line = Pages.step(visitor, before, who ? "who" : "when");
        return new RequestPage(
                shell(visitor, asked, entered, trouble.isPresent())
                        .telling(trouble.isPresent() ? News.refused(visitor) : News.step(visitor, line)),
                line,
                words.text(settles ? "form.heading.book" : "form.heading.when"),
                step == Step.WHEN ? "get" : "post",
                action(visitor, asked, entered, step),
                hidden(visitor, asked, token, entered, step),
                trouble,
                facts(visitor, asked, entered, when, step != Step.WHEN),
                step == Step.WHO ? List.of() : Pages.redFlags(visitor, asked.choice()),
                step == Step.WHO ? List.of() : new Summary(visitor, asked.choice()).known(),
                new Promises(visitor, asked, entered).sentences(settles),
                when.free(),
                when.preferred() ? Optional.of(times(asked, entered.kept(), words)) : Optional.empty(),
                when.none() && asked.type().mode() == Mode.SLOTS,
                when.choose(),
                when.turns(),
                groups,
                entered.kept().value("website"),
                words.text(step.asksWho() ? settles ? "form.book" : "form.request" : "form.continue"));
    }

    private static boolean asksTimeAgain(Step step, Entered entered) {
        return step == Step.BOTH
                && entered.kept().errors().stream()
                        .anyMatch(error ->
                                error.field().equals("slot") || error.field().equals("preferred"));
    }

    /** What a page asks. */
    private enum Step {
        /** When, of who has not typed anything. */
        WHEN,
        /** When, of who has begun to fill in the form. */
        WHEN_AGAIN,
        /** Who. */
        WHO,
        /** Both, since the form that was sent can't be booked as it is. */
        BOTH;

        static Step of(Asked asked, Entered entered) {
            boolean complete = asked.choice().type().isPresent()
                    && asked.choice().location().isPresent();
            if (entered.settles()) {
                return WHO;
            }
            return switch (entered.came()) {
                case BY_ADDRESS -> WHEN;
                case BEGUN -> complete ? WHEN_AGAIN : BOTH;
                case SENT -> BOTH;
            };
        }

        boolean asksWho() {
            return this == WHO || this == BOTH;
        }
    }

    private static String action(Visitor visitor, Asked asked, Entered entered, Step step) {
        Map<String, String> chosen = View.CHOSEN.after(sent(visitor, Optional.of(asked.location())));
        String href = switch (step) {
            case WHEN -> visitor.links().base() + "/book";
            case WHEN_AGAIN -> visitor.links().bookings(chosen);
            case WHO, BOTH -> visitor.links().bookings(entered.view().after(sent(visitor, Optional.empty())));
        };
        return href + "#top";
    }

    /** What was typed goes to another language by POST too. */
    private Shell shell(Visitor visitor, Asked asked, Entered entered, boolean trouble) {
        boolean typed = Step.of(asked, entered) != Step.WHEN;
        List<LanguageLink> others = visitor.inOthers(tag -> {
            Map<String, String> parameters = typed
                    ? sent(visitor, asked.choice().location())
                    : visitor.in(tag).parameters(asked.choice());
            if (typed && asked.choice().location().isEmpty()) {
                // Where is a question that is still open: no language answers it.
                parameters.put(Carried.STEP, "next");
            }
            parameters.put("lang", tag);
            Map<String, String> all = entered.view().after(parameters);
            return typed
                    ? visitor.links().bookings(all) + "#top"
                    : visitor.links().book(all);
        });
        return pages.shell(visitor, trouble ? "form.title.error" : "form.title.book")
                .with(new LanguageSwitch(others, typed ? RequestPage.FORM : ""));
    }

    /** It leads on by addresses, while there is nothing to lose. */
    private static WhenQuestion.Ways byAddress(Visitor visitor, Choice choice) {
        return (label, location, view, slot) -> {
            Map<String, String> parameters = view.after(visitor.parameters(choice.withLocation(Optional.of(location))));
            slot.ifPresent(start -> parameters.put("slot", start));
            String href = visitor.links().book(parameters);
            return new Turn(label, href + (slot.isPresent() ? "#top" : target(view)), false, slot);
        };
    }

    /** It leads on by POST: what was typed goes along and is lost nowhere, and stands in no address. */
    private static WhenQuestion.Ways byPost(Visitor visitor) {
        return (label, location, view, slot) -> {
            String href = visitor.links().bookings(view.after(sent(visitor, Optional.of(location))));
            return new Turn(label, href + target(view), true, slot);
        };
    }

    private static String target(View view) {
        return switch (view.way().orElse(View.Way.TIMES)) {
            case PREFERRED -> "#carelet-times";
            case CHOSEN -> "#top";
            case TIMES -> "#carelet-slot";
        };
    }

    private static List<Fact> facts(
            Visitor visitor, Asked asked, Entered entered, WhenQuestion.When question, boolean begun) {
        List<Fact> facts = new ArrayList<>(new Summary(visitor, asked.choice(), begun).facts());
        if (entered.settles()) {
            Messages words = visitor.words();
            String when = new ChosenTimes(words, asked, entered.kept()).inWords();
            Localized.Value<String> said = new Localized.Value<>(when, words.language());
            facts.add(new Fact(
                    words.text("form.fact.when"),
                    said,
                    "",
                    question.turns().stream().findFirst()));
        }
        return facts;
    }

    private Times times(Asked asked, Kept kept, Messages words) {
        List<DayChoice> choices = new RequestRules(asked.type(), asked.location()).choices(clock.instant());
        return new RequestTimes(words, kept).show(choices);
    }

    /**
     * Returns what the address says to which a form is sent. The partner goes along so that it may frame the answer even
     * where that tells of a token that names nobody. With a location nothing is booked: the form comes back.
     */
    static Map<String, String> sent(Visitor visitor, Optional<Location> location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        visitor.partner().ifPresent(partner -> parameters.put("partner", partner.id()));
        location.ifPresent(each -> parameters.put("at", each.id()));
        return parameters;
    }

    /** The partner is in the token and in the address, the source is signed for the token, and the language goes along: the form can lose neither. */
    private List<Hidden> hidden(Visitor visitor, Asked asked, String token, Entered entered, Step step) {
        if (step == Step.WHEN) {
            Map<String, String> parameters = visitor.parameters(asked.choice());
            return Hidden.all(View.CHOSEN.after(parameters));
        }
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden("token", token));
        visitor.ref(desk, token).ifPresent(ref -> hidden.add(new Hidden("ref", ref)));
        hidden.addAll(Hidden.all(visitor.choice(asked.choice())));
        if (step == Step.WHEN_AGAIN) {
            hidden.addAll(new Carried(entered.kept().submission()).typed());
        }
        if (step == Step.WHO) {
            Submission chosen = entered.kept().submission();
            Stream.of("slot", "preferred")
                    .flatMap(name -> chosen.all(name).stream().map(value -> new Hidden(name, value)))
                    .forEach(hidden::add);
        }
        return hidden;
    }

    /** What is to be done, in the order of the page; what belongs to no field comes first. */
    private static List<Trouble.Entry> entries(
            WhenQuestion.When when, List<RequestPage.Group> groups, Asked asked, Entered entered, Messages words) {
        List<String> order = new ArrayList<>();
        when.free().ifPresent(free -> order.add("slot"));
        if (when.preferred()) {
            order.add("preferred");
        }
        fields(groups).forEach(field -> order.add(field.name()));
        Stream<Trouble.Entry> wrong = entered.kept().errors().stream()
                .sorted(Comparator.comparing(error -> order.indexOf(shownAt(error, order))))
                .map(error -> {
                    String at = shownAt(error, order);
                    return new Trouble.Entry(
                            text(groups, error, entered.kept(), words), order.contains(at) ? "carelet-" + at : "");
                })
                .distinct();
        return Stream.concat(wrong, ownHold(asked, entered, words).stream()).toList();
    }

    /** An address says nobody's name: whoever holds the time may be the one who asks for it again. */
    private static Optional<Trouble.Entry> ownHold(Asked asked, Entered entered, Messages words) {
        boolean possible = asked.type().mode() == Mode.SLOTS
                && entered.came() == Entered.Came.BY_ADDRESS
                && entered.kept().errors().stream()
                        .anyMatch(error -> error.code().equals("slot_taken"));
        return possible
                ? Optional.of(new Trouble.Entry(words.text("form.error.slot_taken.own", Hold.LIFETIME.toMinutes()), ""))
                : Optional.empty();
    }

    /** A question of the clinic's own is named, since the message beside it can't be of its own. */
    private static String text(List<RequestPage.Group> groups, FieldError error, Kept kept, Messages words) {
        String message = kept.said(error, words);
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
