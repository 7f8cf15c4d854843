package io.github.carelet.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares the messages of a language with the English ones: the same keys, the same placeholders. Of what is counted a
 * language has the forms of its own plural rule. A date or time may leave a part out, and so may a plural form that stands
 * for few numbers.
 */
final class MessageCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");
    private static final String ONE = ".one";
    private static final Set<String> MAY_BE_EMPTY =
            Set.of(Messages.REVIEWED_BY, Messages.REVIEWED_ON, Messages.PLURAL, Messages.DIGITS);

    private final Map<String, String> english;
    private final Set<String> counted;

    MessageCheck(Map<String, String> english) {
        this.english = english;
        this.counted = english.keySet().stream()
                .filter(key -> key.endsWith(ONE))
                .map(key -> key.substring(0, key.length() - ONE.length()))
                .filter(key -> english.containsKey(key + "." + PluralRule.OTHER))
                .collect(Collectors.toSet());
    }

    /**
     * Returns what is wrong with the messages of a language, a sentence each, which begins with the key.
     *
     * @param texts its messages
     */
    List<String> problems(Map<String, String> texts) {
        List<String> problems = new ArrayList<>(meta(texts));
        Map<String, String> expected = expected(rule(texts).orElseGet(() -> PluralRule.parse("")));
        expected.forEach((key, model) -> {
            if (!texts.containsKey(key)) {
                problems.add("'" + key + "' is missing: expected what means '" + model + "'");
            }
        });
        new TreeMap<>(texts).forEach((key, text) -> {
            String model = expected.getOrDefault(key, isOpen(key) ? "UTC" : "");
            if (model.isEmpty() && !expected.containsKey(key)) {
                problems.add("'" + key + "' is no message: expected one of the keys of the English messages");
            } else {
                problem(key, text, model).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private Optional<String> problem(String key, String text, String model) {
        if (text.isBlank()) {
            return MAY_BE_EMPTY.contains(key)
                    ? Optional.empty()
                    : Optional.of("'" + key + "' is blank: expected what means '" + model + "'");
        }
        Set<String> given = placeholders(text);
        Set<String> wanted = placeholders(model);
        boolean right = mayLeaveOut(key) ? wanted.containsAll(given) : wanted.equals(given);
        return right
                ? Optional.empty()
                : Optional.of("'" + key + "' has the placeholders " + given + ": expected " + wanted);
    }

    /** Returns the keys that a language has by its plural rule, each with the English text that it stands for. */
    private Map<String, String> expected(PluralRule rule) {
        Map<String, String> expected = new TreeMap<>(english);
        for (String key : counted) {
            expected.remove(key + ONE);
            rule.names().forEach(form -> expected.put(key + "." + form, english.get(key + "." + PluralRule.OTHER)));
        }
        return expected;
    }

    /** There are more languages and zones in the world than anybody has names for here. */
    private static boolean isOpen(String key) {
        return key.startsWith("language.") || key.startsWith("zone.");
    }

    private boolean mayLeaveOut(String key) {
        int dot = key.lastIndexOf('.');
        boolean few = dot > 0
                && counted.contains(key.substring(0, dot))
                && !key.substring(dot + 1).equals(PluralRule.OTHER);
        return few || key.startsWith("date.") || key.startsWith("time.");
    }

    private static List<String> meta(Map<String, String> texts) {
        List<String> problems = new ArrayList<>();
        attempt(Messages.PLURAL, texts, PluralRule::parse, problems);
        attempt(Messages.CLOCK, texts, ClockWords::parse, problems);
        String digits = texts.getOrDefault(Messages.DIGITS, "");
        if (!digits.isEmpty() && digits.codePointCount(0, digits.length()) != 10) {
            problems.add("'" + Messages.DIGITS + "' is '" + digits + "': expected ten digits from zero, or nothing");
        }
        return problems;
    }

    private static void attempt(
            String key, Map<String, String> texts, Consumer<String> reading, List<String> problems) {
        try {
            if (texts.containsKey(key)) {
                reading.accept(texts.get(key));
            }
        } catch (IllegalArgumentException e) {
            problems.add("'" + key + "': " + e.getMessage());
        }
    }

    private static Optional<PluralRule> rule(Map<String, String> texts) {
        try {
            return Optional.of(PluralRule.parse(texts.getOrDefault(Messages.PLURAL, "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
