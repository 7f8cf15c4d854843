package io.github.carelet.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    /** All made of the same few letters, cut at other places. */
    @Test
    void noTwoFormsThatSayDifferentThingsAreTheSame() {
        List<Submission> different = List.of(
                form(Map.of()),
                form(Map.of("a", List.of("b"))),
                form(Map.of("b", List.of("b"))),
                form(Map.of("a", List.of("b", "c"))),
                form(Map.of("a", List.of("c", "b"))),
                form(Map.of("a", List.of("bc"))),
                form(Map.of("ab", List.of("c"))),
                form(Map.of("a", List.of("bc", "d"))),
                form(Map.of("a", List.of("b", "cd"))),
                form(Map.of("a", List.of("b", "c", "d"))),
                form(Map.of("a", List.of("b"), "c", List.of("d"))),
                form(Map.of("a", List.of("B"))),
                form(Map.of("mayLeaveMessage", List.of("yes"))));
        Set<String> seen = new HashSet<>();
        different.forEach(each -> seen.add(canonical(each)));

        System.out.println("forms taken for another: " + (different.size() - seen.size()) + " of " + different.size()
                + "; control, one with its token and one without: 1 of 2");
        assertThat(seen).hasSameSizeAs(different);
    }

    @Test
    void whatThePatientDidNotChangeMakesNoOtherForm() {
        String one = canonical(form(Map.of("a", List.of("é b"), "phone", List.of("626-555-0123"))));

        assertThat(canonical(form(Map.of(
                        "a", List.of("", "  e\u0301 b "),
                        "phone", List.of("+1 (626) 555-0123"),
                        "email", List.of(""),
                        "mayLeaveMessage", List.of("no"),
                        "token", List.of("t"),
                        "ref", List.of("r")))))
                .isEqualTo(one);
        assertThat(canonical(form(Map.of("mayLeaveMessage", List.of("true")))))
                .isEqualTo(canonical(form(Map.of("mayLeaveMessage", List.of("yes")))));
    }

    private static Submission form(Map<String, List<String>> fields) {
        return new Submission(fields);
    }

    private static String canonical(Submission form) {
        return HexFormat.of().formatHex(CanonicalForm.of(form));
    }
}
