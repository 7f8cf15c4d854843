package io.github.carelet.servlet.doctor;

import io.github.carelet.booking.BookingDesk;
import io.github.carelet.booking.Submission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form as patients send it, which books nothing: of nobody, without a contact, so that it counts for nobody's limits, and
 * with letters and signs that a wrong encoding breaks and a suspicious filter stumbles over.
 */
final class TrialForm {

    /** Of nobody: letters that a wrong encoding breaks. */
    static final String TYPED = "Zo\u00eb \u738b";

    private static final Map<String, String> FILLED_IN = Map.of(
            "givenName", TYPED,
            "familyName", "O'Trial",
            "reason", "It hurts since Monday; 6 of 10 & worse (when I select a chair from the left) - \"like a drop\"",
            "interpreter", "no",
            "website", "");

    private TrialForm() {}

    /**
     * Returns the fields with a token that is good for them only.
     *
     * @param language in which the answer says what came of it
     */
    static Map<String, String> fields(BookingDesk desk, String language) {
        Map<String, String> fields = new LinkedHashMap<>(FILLED_IN);
        fields.put("lang", language);
        Map<String, List<String>> form = new LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        fields.put("token", desk.rehearse(new Submission(form)).value());
        return fields;
    }

    /** Returns fields as a browser sends them. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
