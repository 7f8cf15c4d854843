package io.github.carelet.servlet.staff;

import io.github.carelet.booking.Submission;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Question;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a patient who calls: the same as of one who fills in the form, by the same names. */
record PhoneFields(Visit visit, AppointmentType type, Submission typed) {

    private static final List<String> ANSWERS = List.of("yes", "no");

    /** Returns the fields. */
    List<PhonePage.Field> fields() {
        List<PhonePage.Field> fields = new ArrayList<>();
        fields.add(line("givenName", "text"));
        fields.add(line("familyName", "text"));
        fields.add(line("phone", "tel"));
        fields.add(line("email", "email"));
        fields.add(choice("patientType", List.of("new", "existing", "unsure"), "staff.patient."));
        type.ask().stream()
                .sorted()
                .forEach(ask -> fields.add(
                        switch (ask) {
                            case BIRTH_DATE -> line("birthDate", "date");
                            case INSURANCE -> line("insurance", "text");
                            case REASON -> line("reason", "text");
                            case INTERPRETER -> line("interpreter", "text");
                        }));
        type.questions().forEach(question -> fields.add(question(question)));
        return fields;
    }

    private PhonePage.Field line(String name, String kind) {
        return new PhonePage.Field(name, visit.text("staff.field." + name), kind, value(name), List.of());
    }

    private PhonePage.Field choice(String name, List<String> codes, String key) {
        List<Choice> choices = codes.stream()
                .map(code ->
                        new Choice(code, visit.text(key + code), value(name).equals(code)))
                .toList();
        return new PhonePage.Field(name, visit.text("staff.field." + name), "choice", value(name), choices);
    }

    private PhonePage.Field question(Question question) {
        String name = "answers." + question.id();
        String language = visit.words().language();
        List<Choice> choices = switch (question.kind()) {
            case TEXT -> List.of();
            case CHOICE ->
                question.choices().stream()
                        .map(each -> each.in(language).value())
                        .map(each -> new Choice(each, each, value(name).equals(each)))
                        .toList();
            case YES_NO ->
                ANSWERS.stream()
                        .map(each -> new Choice(
                                each,
                                visit.text("staff.answer." + each),
                                value(name).equals(each)))
                        .toList();
        };
        String kind = question.kind() == Question.Kind.TEXT ? "text" : "choice";
        return new PhonePage.Field(name, question.label().in(language).value(), kind, value(name), choices);
    }

    private String value(String name) {
        return typed.first(name).orElse("");
    }
}
