package io.github.carelet.catalog;

import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.AppointmentType.Question;
import io.github.carelet.catalog.References.Kind;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads appointment types. */
final class AppointmentTypeReader {

    private static final String DURATION = "a duration of whole minutes up to a day, like PT45M";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int WINDOW_DAYS = 60;
    private static final int MOST = 10_000;
    private static final SortedMap<String, Ask> ASKS = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "birthDate", Ask.BIRTH_DATE,
            "insurance", Ask.INSURANCE,
            "reason", Ask.REASON,
            "interpreter", Ask.INTERPRETER)));

    private final Texts texts;
    private final References references;
    private final List<String> everywhere;
    private final OfferCheck check;
    private final HoursReader hours;
    private boolean defaultFound;

    AppointmentTypeReader(Texts texts, References references, List<String> everywhere, OfferCheck check) {
        this.texts = texts;
        this.references = references;
        this.everywhere = List.copyOf(everywhere);
        this.check = check;
        this.hours = new HoursReader(texts);
    }

    AppointmentType read(Fields fields) {
        String id = fields.id();
        Mode mode = fields.choice("mode", Mode.class, Mode.REQUEST);
        Duration duration = duration(fields, mode);
        List<String> practitioners = references.read(fields, "practitioners", Kind.PRACTITIONERS);
        List<String> locations = references.read(fields, "locations", Kind.LOCATIONS);
        checkCapacity(fields, practitioners);
        AppointmentType type = new AppointmentType(
                id,
                texts.required(fields, "name"),
                isDefault(fields),
                references.read(fields, "treatments", Kind.TREATMENTS),
                locations.isEmpty() ? everywhere : locations,
                mode,
                duration,
                fields.parsed("step", DURATION, AppointmentTypeReader::visit).orElse(duration),
                fields.parsed("bufferBefore", DURATION, text -> minutes(text, DAY))
                        .orElse(Duration.ZERO),
                fields.parsed("bufferAfter", DURATION, text -> minutes(text, DAY))
                        .orElse(Duration.ZERO),
                fields.parsed("notice", "a duration in whole minutes, like PT24H or P2D", text -> minutes(text, YEAR))
                        .orElse(Duration.ZERO),
                fields.parsed("window", "a number of days, like P60D", AppointmentTypeReader::days)
                        .orElse(WINDOW_DAYS),
                fields.count("perDay", 1, MOST).map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.count("capacity", 1, MOST).orElse(1),
                fields.parsed("pool", "an id: 1 to 64 of a-z, 0-9 and '-'", Slug::check)
                        .orElse(id),
                practitioners,
                patients(fields),
                fields.object("hours").flatMap(hours::read),
                asks(fields),
                questions(fields));
        check.check(type, fields);
        fields.end();
        return type;
    }

    private static void checkCapacity(Fields fields, List<String> practitioners) {
        if (!practitioners.isEmpty()) {
            fields.node("capacity")
                    .ifPresent(node -> fields.problems()
                            .error(node, "no 'capacity' beside 'practitioners': each of them sees one patient"));
        }
    }

    private boolean isDefault(Fields fields) {
        boolean isDefault = fields.flag("default", false);
        if (isDefault && defaultFound) {
            fields.problems().error(fields.place("default"), "true", "one appointment type that is the default");
        }
        defaultFound |= isDefault;
        return isDefault;
    }

    private static Duration duration(Fields fields, Mode mode) {
        Optional<Duration> duration = fields.parsed("duration", DURATION, AppointmentTypeReader::visit);
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
        return Set.copyOf(fields.texts(
                "ask",
                "one of " + ASKS.keySet(),
                text -> Optional.ofNullable(ASKS.get(text)).orElseThrow(IllegalArgumentException::new)));
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

    /** Reads whole minutes, more than none, at most a day. */
    private static Duration visit(String text) {
        Duration duration = minutes(text, DAY);
        checked(text, !duration.isZero());
        return duration;
    }

    /** Reads whole minutes, none or more. */
    private static Duration minutes(String text, Duration most) {
        Duration duration = Duration.parse(text);
        checked(text, !duration.isNegative() && duration.compareTo(most) <= 0);
        checked(text, duration.equals(duration.truncatedTo(ChronoUnit.MINUTES)));
        return duration;
    }

    /** Reads whole days or weeks. */
    private static int days(String text) {
        Period period = Period.parse(text);
        checked(text, period.toTotalMonths() == 0 && period.getDays() > 0 && period.getDays() <= 3660);
        return period.getDays();
    }

    private static void checked(String text, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("'" + text + "' is not as expected");
        }
    }
}
