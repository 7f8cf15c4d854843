package io.github.carelet.booking;

import io.github.carelet.booking.Visit.PatientType;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Question;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Condition;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Treatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a patient comes for: only what the type of the appointment asks. */
final class VisitReader {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_LINE = 100;

    private final FieldReader fields;

    VisitReader(FieldReader fields) {
        this.fields = fields;
    }

    /** Reads the visit. If the type is wrong, nothing that depends on it is. */
    Visit read(Optional<AppointmentType> type, Catalog catalog) {
        return new Visit(
                fields.known("treatment", catalog::treatment).map(Treatment::id),
                fields.known("condition", catalog::condition).map(Condition::id),
                fields.oneOf("patientType", PatientType.class).orElse(PatientType.UNSURE),
                asks(type, Ask.INSURANCE) ? fields.line("insurance", MAX_LINE) : Optional.empty(),
                asks(type, Ask.REASON) ? fields.lines("reason", MAX_TEXT) : Optional.empty(),
                asks(type, Ask.INTERPRETER) ? fields.line("interpreter", MAX_LINE) : Optional.empty(),
                type.map(AppointmentType::questions).map(this::answers).orElseGet(Map::of));
    }

    private static boolean asks(Optional<AppointmentType> type, Ask ask) {
        return type.isEmpty() || type.get().ask().contains(ask);
    }

    private Map<String, String> answers(List<Question> questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            String name = "answers." + question.id();
            Optional<String> answer = answer(question, name);
            answer.ifPresent(text -> answers.put(question.id(), text));
            if (answer.isEmpty() && question.required()) {
                fields.requireUnlessWrong(name);
            }
        }
        return answers;
    }

    private Optional<String> answer(Question question, String name) {
        return switch (question.kind()) {
            case TEXT -> fields.lines(name, MAX_TEXT);
            case YES_NO -> fields.parsed(name, FieldText::yesOrNo).map(yes -> yes ? "yes" : "no");
            case CHOICE -> fields.parsed(name, text -> choice(question.choices(), text));
        };
    }

    /** A choice is named by its position or by its text in any language; kept is its text in the first language. */
    private static Optional<String> choice(List<Localized<String>> choices, String text) {
        for (int position = 0; position < choices.size(); position++) {
            Localized<String> choice = choices.get(position);
            if (text.equals(Integer.toString(position)) || choice.values().containsValue(text)) {
                return Optional.of(choice.in(choice.original()).value());
            }
        }
        return Optional.empty();
    }
}
