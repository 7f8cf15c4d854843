package io.github.carelet.booking;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One sequence of bytes for all submissions with the same fields, however they were sent. It depends on nothing but the
 * submission: neither on the catalogue nor on the clock, both of which have moved on when a form is sent again.
 */
final class CanonicalForm {

    private static final Set<String> OF_THE_FORM = Set.of("token", "ref");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Returns the form of all fields but the token, and what is signed for it: the patient filled in neither. */
    static byte[] of(Submission submission) {
        CanonicalForm form = new CanonicalForm();
        for (String name : new TreeMap<>(submission.fields()).keySet()) {
            List<String> values = submission.all(name).stream()
                    .map(value -> normalized(name, value))
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!OF_THE_FORM.contains(name) && !values.isEmpty()) {
                form.add(name);
                form.add(values);
            }
        }
        return form.bytes.toByteArray();
    }

    /** Returns the form of parts of which each may be anything. */
    static byte[] of(List<String> parts) {
        CanonicalForm form = new CanonicalForm();
        form.add(parts);
        return form.bytes.toByteArray();
    }

    private void add(List<String> values) {
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(values.size()).array());
        values.forEach(this::add);
    }

    private void add(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }

    private static String normalized(String name, String value) {
        String text = FieldText.normalized(value);
        return switch (name) {
            // One region for all clinics: what counts is that the same number is told the same way each time.
            case "phone" -> PhoneText.e164(text, "US").orElse(text);
            case "mayLeaveMessage" -> yesOrNo(text).orElse(text);
            default -> text;
        };
    }

    private static Optional<String> yesOrNo(String text) {
        return FieldText.yesOrNo(text).map(yes -> yes ? "yes" : "");
    }
}
