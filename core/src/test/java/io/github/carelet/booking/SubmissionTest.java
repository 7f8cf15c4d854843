package io.github.carelet.booking;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

    @Test
    void aFormIsReadWithBlanksPercentsRepeatedAndEmptyFields() {
        Submission form = Submission.ofForm("a=1+2%2B3&b=%E2%82%AC&a=x%3Dy=z&&c=&d&%C3%A9=%00");

        assertThat(form.fields())
                .isEqualTo(Map.of(
                        "a",
                        List.of("1 2+3", "x=y=z"),
                        "b",
                        List.of("€"),
                        "c",
                        List.of(""),
                        "d",
                        List.of(""),
                        "é",
                        List.of("\0")));
        assertThat(Submission.ofForm("=1&a").fields()).isEqualTo(Map.of("", List.of("1"), "a", List.of("")));
        assertThat(form.first("c")).isEmpty();
        assertThat(form.all("a")).containsExactly("1 2+3", "x=y=z");
        assertThat(Submission.ofForm("").fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%2",
                "a=%zz",
                "a=%-1",
                "%=a",
                "a=%C3",
                "a=%C0%AF",
                "a=%ED%A0%80",
                "a=%F4%90%80%80",
                "a=%FF",
                "a=\ud800"
            })
    void aFormThatIsNotUtf8OrNotPercentEncodedIsRefusedAndNotQuoted(String body) {
        assertThatThrownBy(() -> Submission.ofForm(body))
                .isInstanceOf(MalformedSubmissionException.class)
                .hasMessageNotContaining(body)
                .hasNoCause();
    }

    @Test
    void whatSomebodyElseHasReadHasTheSameLimit() {
        Map<String, List<String>> fields = Map.of("a", Collections.nCopies(64, "1"));
        assertThat(Submission.ofFields(fields).all("a")).hasSize(64);
        assertThatThrownBy(() -> Submission.ofFields(Map.of("a", Collections.nCopies(65, "1"))))
                .isInstanceOf(MalformedSubmissionException.class)
                .hasMessage("the form has 65 fields");
    }

    @Test
    void sixtyFourFieldsAreReadAndOneMoreIsNot() {
        assertThat(Submission.ofForm("a=1&".repeat(64)).all("a")).hasSize(64);
        assertThatThrownBy(() -> Submission.ofForm("a=1&".repeat(65)))
                .isInstanceOf(MalformedSubmissionException.class)
                .hasMessage("the body has more than 64 fields");
        assertThatThrownBy(() -> json("{\"a\":[" + "1,".repeat(64) + "1]}"))
                .isInstanceOf(MalformedSubmissionException.class);
    }

    @Test
    void jsonIsReadAsTheFormWouldBe() {
        Submission json = json("""
                {"a": "x", "b": [1, true, "y", null], "c": null, "d": 1.50, "e": false, "f": [],
                 "answers": {"q": "v", "r": ["1", "2"], "s": null}}
                """);

        assertThat(json.fields())
                .isEqualTo(Map.of(
                        "a", List.of("x"),
                        "b", List.of("1", "true", "y"),
                        "d", List.of("1.50"),
                        "e", List.of("false"),
                        "answers.q", List.of("v"),
                        "answers.r", List.of("1", "2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"hunter2\"",
                "{",
                "{\"a\":}",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{\"answers\":{\"q\":1,\"q\":2}}",
                "{\"answers.q\":1,\"answers\":{\"q\":2}}",
                "{\"answers\":{\"q\":1},\"answers.q\":2}",
                "{\"a\":{\"b\":{\"c\":1}}}",
                "{\"a\":[[1]]}",
                "{\"a\":[{\"b\":1}]}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\ud800\":1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{/**/}",
                "\ufeff{}"
            })
    void anythingElseIsRefusedAndNotQuoted(String body) {
        assertThatThrownBy(() -> json(body))
                .isInstanceOf(MalformedSubmissionException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void jsonInAnotherEncodingTooDeepOrWithAHugeNumberIsRefused() {
        assertThatThrownBy(() -> Submission.ofJson("{\"a\":1}".getBytes(UTF_16)))
                .isInstanceOf(MalformedSubmissionException.class);
        assertThatThrownBy(() -> json("{\"a\":".repeat(5000))).isInstanceOf(MalformedSubmissionException.class);
        assertThatThrownBy(() -> json("{\"a\":" + "9".repeat(65) + "}"))
                .isInstanceOf(MalformedSubmissionException.class);
        assertThatThrownBy(() -> Submission.ofJson(new byte[] {'{', (byte) 0xc3, '}'}))
                .isInstanceOf(MalformedSubmissionException.class);
    }

    @FuzzTest
    void aFormIsReadOrRefusedAndWhatIsReadSurvivesWritingAgain(FuzzedDataProvider data) {
        String body = data.consumeRemainingAsString();
        try {
            Submission read = Submission.ofForm(body);
            StringBuilder written = new StringBuilder();
            read.fields()
                    .forEach((name, values) -> values.forEach(value -> written.append(URLEncoder.encode(name, UTF_8))
                            .append('=')
                            .append(URLEncoder.encode(value, UTF_8))
                            .append('&')));
            assertThat(Submission.ofForm(written.toString())).isEqualTo(read);
        } catch (MalformedSubmissionException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    @FuzzTest
    void jsonIsReadOrRefusedAndNothingElse(byte[] body) {
        try {
            Submission read = Submission.ofJson(body);
            assertThat(read.fields().values().stream().mapToInt(List::size).sum())
                    .isLessThanOrEqualTo(Submission.MAX_FIELDS);
            assertThat(CanonicalForm.of(read)).isEqualTo(CanonicalForm.of(read));
        } catch (MalformedSubmissionException refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private static Submission json(String body) {
        return Submission.ofJson(body.getBytes(UTF_8));
    }
}
