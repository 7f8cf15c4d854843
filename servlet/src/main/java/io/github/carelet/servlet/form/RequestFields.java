package io.github.carelet.servlet.form;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.AppointmentType.Question;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Consent;
import io.github.carelet.catalog.Localized;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of the last page but the times: what is always asked, and what the type of the appointment asks. */
final class RequestFields {

    /** One of the names, and one of the ways to reach somebody: a hint says so. */
    private static final Set<String> EITHER_WILL_DO = Set.of("givenName", "familyName", "phone", "email");

    private final Visitor visitor;
    private final Choice choice;
    private final AppointmentType type;
    private final Kept kept;

    RequestFields(Visitor visitor, RequestPages.Asked asked, Kept kept) {
        this.visitor = visitor;
        this.choice = asked.choice();
        this.type = asked.type();
        this.kept = kept;
    }

    /** Returns the fields, in the order in which they are asked. */
    List<RequestPage.Group> groups() {
        List<RequestPage.Group> groups = new ArrayList<>();
        List<FormField> missing = missing();
        if (!missing.isEmpty()) {
            groups.add(new RequestPage.Group(text("form.group.missing"), missing));
        }
        groups.add(new RequestPage.Group(text("form.group.you"), you()));
        groups.add(new RequestPage.Group(text("form.group.visit"), visit()));
        groups.add(new RequestPage.Group(text("form.group.consent"), consents()));
        return groups;
    }

    /** What the steps before would have settled, if it got lost on the way or is not offered any more. */
    private List<FormField> missing() {
        List<FormField> missing = new ArrayList<>();
        if (choice.type().isEmpty()) {
            missing.add(items(
                    "type",
                    "what",
                    visitor.catalog().appointmentTypes().stream().map(each -> item("type", each.id(), each.name()))));
        }
        if (choice.location().isEmpty()) {
            missing.add(items(
                    "location",
                    "where",
                    visitor.catalog().locations().stream().map(each -> item("location", each.id(), each.name()))));
        }
        return missing;
    }

    private FormField items(String name, String question, Stream<FormField.Choices.Choice> items) {
        return new FormField.Choices(
                name, visitor.say("form.heading." + question), hint(name), items.toList(), error(name));
    }

    private FormField.Choices.Choice item(String name, String id, Localized<String> label) {
        return new FormField.Choices.Choice(id, visitor.say(label), kept.chose(name, id));
    }

    private List<FormField> you() {
        return List.of(
                line("givenName", "text", "given-name"),
                line("familyName", "text", "family-name"),
                line("phone", "tel", "tel"),
                line("email", "email", "email"),
                choices("contactBy", Stream.of("phone", "email")),
                tick("mayLeaveMessage", visitor.say("form.field.mayLeaveMessage"), "yes"));
    }

    private List<FormField> visit() {
        List<FormField> fields = new ArrayList<>();
        fields.add(choices("bookingFor", Stream.of("self", "child", "other")));
        if (!Pages.isForExistingOnly(type)) {
            fields.add(choices("patientType", patientTypes()));
        }
        if (type.ask().contains(Ask.BIRTH_DATE)) {
            fields.add(line("birthDate", isDay(kept.value("birthDate")) ? "date" : "text", "bday"));
        }
        if (type.ask().contains(Ask.REASON)) {
            fields.add(area("reason", label("reason"), hint("reason")));
        }
        if (type.ask().contains(Ask.INSURANCE)) {
            fields.add(line("insurance", "text", "off"));
        }
        if (type.ask().contains(Ask.INTERPRETER)) {
            fields.add(line("interpreter", "text", "off"));
        }
        type.questions().forEach(question -> fields.add(question(question)));
        return fields;
    }

    /** A field for dates shows nothing of what is no date; so that would be lost. */
    private static boolean isDay(String value) {
        try {
            return value.isEmpty() || LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private List<FormField> consents() {
        Clinic clinic = visitor.catalog().clinic();
        List<FormField> fields = new ArrayList<>();
        fields.add(consent("consent", clinic.consent()));
        clinic.smsConsent().ifPresent(sms -> fields.add(consent("smsConsent", sms)));
        clinic.marketingConsent().ifPresent(news -> fields.add(consent("marketingConsent", news)));
        return fields;
    }

    private Stream<String> patientTypes() {
        return Stream.of("new", "existing", "unsure")
                .filter(each -> !each.equals("existing") || type.patients().contains(PatientKind.EXISTING));
    }

    private FormField question(Question question) {
        String name = "answers." + question.id();
        Localized.Value<String> label =
                question.required() ? visitor.say(question.label()) : optional(visitor.say(question.label()));
        return switch (question.kind()) {
            case TEXT -> area(name, label, "");
            case YES_NO ->
                new FormField.Choices(
                        name,
                        label,
                        "",
                        Stream.of("yes", "no")
                                .map(each -> choice(name, each, "form.choice." + each))
                                .toList(),
                        error(name));
            case CHOICE -> new FormField.Choices(name, label, "", choices(name, question), error(name));
        };
    }

    /** A choice is sent as its position; it is known again by its text too, which is how other clients may send it. */
    private List<FormField.Choices.Choice> choices(String name, Question question) {
        return IntStream.range(0, question.choices().size())
                .mapToObj(position -> {
                    Localized<String> text = question.choices().get(position);
                    String value = Integer.toString(position);
                    boolean chosen = kept.chose(name, value)
                            || text.values().values().stream().anyMatch(each -> kept.chose(name, each));
                    return new FormField.Choices.Choice(value, visitor.say(text), chosen);
                })
                .toList();
    }

    private FormField choices(String name, Stream<String> values) {
        List<FormField.Choices.Choice> choices = values.map(
                        each -> choice(name, each, "form.choice." + name + "." + each))
                .toList();
        return new FormField.Choices(name, label(name), hint(name), choices, error(name));
    }

    private FormField.Choices.Choice choice(String name, String value, String key) {
        return new FormField.Choices.Choice(value, visitor.say(key), kept.chose(name, value));
    }

    private Localized.Value<String> label(String name) {
        Localized.Value<String> label = visitor.say("form.field." + name);
        return EITHER_WILL_DO.contains(name) ? label : optional(label);
    }

    private Localized.Value<String> optional(Localized.Value<String> label) {
        return new Localized.Value<>(text("form.optional", label.value()), label.language());
    }

    private FormField line(String name, String inputType, String autocomplete) {
        return new FormField.Line(
                name, label(name), hint(name), inputType, autocomplete, kept.value(name), error(name));
    }

    private FormField area(String name, Localized.Value<String> label, String hint) {
        return new FormField.Area(name, label, hint, kept.value(name), error(name));
    }

    private FormField tick(String name, Localized.Value<String> label, String value) {
        return new FormField.Tick(name, label, hint(name), value, kept.chose(name, value), error(name));
    }

    private FormField consent(String name, Consent consent) {
        return tick(name, visitor.say(consent.text()), consent.version());
    }

    private String hint(String name) {
        return visitor.words().has("form.hint." + name) ? text("form.hint." + name) : "";
    }

    private Optional<String> error(String name) {
        return kept.error(name, visitor.words());
    }

    private String text(String key, Object... arguments) {
        return visitor.words().text(key, arguments);
    }
}
