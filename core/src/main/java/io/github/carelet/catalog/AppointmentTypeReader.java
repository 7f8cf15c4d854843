package io.github.carelet.catalog;

import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.AppointmentType.Question;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads appointment types. */
final class AppointmentTypeReader {

    private static final String DURATION = "a duration, like PT45M";
    private static final int WINDOW_DAYS = 60;
    private static final int MOST = 10_000;

    private final Texts texts;
    private final HoursReader hours;

    AppointmentTypeReader(Texts texts) {
        this.texts = texts;
        this.hours = new HoursReader(texts);
    }

    AppointmentType read(Fields fields, List<String> allLocations) {
        String id = fields.id();
        Mode mode = fields.choice("mode", Mode.class, Mode.REQUEST);
        Duration duration = duration(fields, mode);
        List<String> practitioners = fields.ids("practitioners");
        if (!practitioners.isEmpty() && fields.node("capacity").isPresent()) {
            fields.problems()
                    .error(
                            fields.place("capacity"),
                            fields.node("capacity").map(Node::shown).orElse(""),
                            "no 'capacity' beside 'practitioners': each of them sees one patient at a time");
        }
        AppointmentType type = new AppointmentType(
                id,
                texts.required(fields, "name"),
                fields.flag("default", false),
                fields.ids("treatments"),
                fields.node("locations").isPresent() ? fields.ids("locations") : allLocations,
                mode,
                duration,
                fields.parsed("step", DURATION, AppointmentTypeReader::positive).orElse(duration),
                fields.parsed("bufferBefore", DURATION, AppointmentTypeReader::notNegative)
                        .orElse(Duration.ZERO),
                fields.parsed("bufferAfter", DURATION, AppointmentTypeReader::notNegative)
                        .orElse(Duration.ZERO),
                fields.parsed("notice", "a duration, like PT24H or P2D", AppointmentTypeReader::notNegative)
                        .orElse(Duration.ZERO),
                fields.parsed("window", "a number of days, like P60D", AppointmentTypeReader::days)
                        .orElse(WINDOW_DAYS),
                fields.count("perDay", 1, MOST).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.count("capacity", 1, MOST).orElse(1),
                fields.parsed("pool", "an id: 1 to 64 of a-z, 0-9 and '-'", Slug::check)
                        .orElse(id),
                practitioners,
                patients(fields),
                fields.object("hours").map(hours::read),
                asks(fields),
                questions(fields));
        fields.end();
        return type;
    }

    private static Duration duration(Fields fields, Mode mode) {
        Optional<Duration> duration = fields.parsed("duration", DURATION, AppointmentTypeReader::positive);
        if (mode != Mode.PHONE) {
            fields.required("duration");
        }
        return duration.orElse(Duration.ZERO);
    }

    private static Set<PatientKind> patients(Fields fields) {
        Set<PatientKind> patients = EnumSet.noneOf(PatientKind.class);
        fields.list("patients")
                .forEach(node -> fields.choice(node, PatientKind.class).ifPresent(patients::add));
        return patients.isEmpty() ? EnumSet.allOf(PatientKind.class) : patients;
    }

    private static Set<Ask> asks(Fields fields) {
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        fields.list("ask")
                .forEach(node -> fields.parsed(
                                node, "one of [birthDate, insurance, reason, interpreter]", AppointmentTypeReader::ask)
                        .ifPresent(asks::add));
        return asks;
    }

    private static Ask ask(String text) {
        return text.equals("birthDate")
                ? Ask.BIRTH_DATE
                : Ask.valueOf(checked(text, !text.contains("_") && text.equals(text.toLowerCase(Locale.ROOT)))
                        .toUpperCase(Locale.ROOT));
    }

    private List<Question> questions(Fields type) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields fields : type.objects("questions")) {
            Question question = question(fields);
            questions.add(question);
            if (!question.id().isEmpty() && !ids.add(question.id())) {
                fields.problems()
                        .error(fields.place("id"), question.id(), "an id that no other question of the type has");
            }
        }
        return questions;
    }

    private Question question(Fields fields) {
        Question question = new Question(
                fields.id(),
                texts.required(fields, "label"),
                fields.choice("kind", Question.Kind.class, Question.Kind.TEXT),
                texts.list(fields, "choices"),
                fields.flag("required", false));
        boolean choice = question.kind() == Question.Kind.CHOICE;
        if (choice != question.choices().size() > 1) {
            fields.problems()
                    .error(fields.place("choices"), "", "two or more 'choices' for the kind 'choice', none for others");
        }
        fields.end();
        return question;
    }

    private static Duration positive(String text) {
        Duration duration = notNegative(text);
        checked(text, !duration.isZero());
        return duration;
    }

    private static Duration notNegative(String text) {
        Duration duration = Duration.parse(text);
        checked(text, !duration.isNegative() && duration.toDays() <= 366);
        return duration;
    }

    private static int days(String text) {
        Period period = Period.parse(text);
        checked(text, period.toTotalMonths() == 0 && period.getDays() > 0 && period.getDays() <= 3660);
        return period.getDays();
    }

    private static String checked(String text, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("'" + text + "' is not as expected");
        }
        return text;
    }
}
