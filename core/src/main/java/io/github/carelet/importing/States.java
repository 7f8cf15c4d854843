package io.github.carelet.importing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The states of the United States: their codes, names and the time zone of most of each. Immutable. */
final class States {

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, String> zones = new LinkedHashMap<>();

    States() {
        for (String line : Lists.lines("states.tsv")) {
            String[] parts = line.split("\t", -1);
            codes.put(parts[1].toLowerCase(Locale.ROOT), parts[0]);
            zones.put(parts[0], parts[2]);
        }
    }

    /** Returns a regular expression of all names and codes; codes in capitals only. */
    String alternatives() {
        String names = codes.keySet().stream()
                .map(each -> "(?i:" + each.replace(" ", "\\s") + ")")
                .collect(Collectors.joining("|"));
        String dotted = zones.keySet().stream()
                .map(each -> each.charAt(0) + "\\.?\\s?" + each.charAt(1))
                .collect(Collectors.joining("|"));
        return names + "|" + dotted + "|(?:Calif|Ariz|Fla|Tex|Wash|Colo|Mich|Minn|Tenn|Penn)(?=\\.)";
    }

    /** Returns the code of a name or code. */
    String code(String text) {
        String letters = text.replaceAll("[^A-Za-z ]", "").strip();
        String byName = codes.get(letters.toLowerCase(Locale.ROOT));
        if (byName != null) {
            return byName;
        }
        String bare = letters.replace(" ", "").toUpperCase(Locale.ROOT);
        return zones.containsKey(bare)
                ? bare
                : abbreviated(letters.toLowerCase(Locale.ROOT)).orElse(letters);
    }

    /** Returns the time zone that most of a state has; empty for what is no state. */
    Optional<String> zone(String code) {
        return Optional.ofNullable(zones.get(code));
    }

    private Optional<String> abbreviated(String letters) {
        return codes.keySet().stream()
                .filter(each -> each.startsWith(letters))
                .map(codes::get)
                .findFirst();
    }
}
