package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 | 0",
                "*/* | 1 | 1",
                "text/html | 1 | 0",
                "application/json | 0 | 1",
                "APPLICATION/JSON | 0 | 1",
                "application/* | 0 | 1",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | 1 | 0.8",
                "text/html;q=0.2, application/json;q=0.7 | 0.2 | 0.7",
                "text/html;level=1;q=0.5, */* | 0.5 | 1",
                "application/json;q=0, */* | 1 | 0",
                "*/*;q=0.1, text/*;q=0.2, text/html;q=0.3 | 0.3 | 0.1",
                "text/html;q=2 | 1 | 0",
                "text/html; q = 0.4 | 0.4 | 0",
                ";;;,,,/,\"><script>, application/json | 0 | 1",
            })
    void weighsEachTypeByTheMostSpecificRange(String header, double html, double json) {
        Accept accept = Accept.parse(header);
        assertThat(accept.quality("text/html")).isEqualTo(html);
        assertThat(accept.quality("application/json")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | false",
                "application/json | false",
                "text/html;q=0 | true",
                "text/html; Q=0.000 | true",
                "text/html;q=0.001 | false",
                "*/*;q=0 | true",
                "*/*;q=0, text/html | false",
                "text/*, text/html;q=0 | true",
                "application/json;q=0 | false",
            })
    void tellsWhatIsRefusedFromWhatIsNotNamed(String header, boolean refused) {
        assertThat(Accept.parse(header).refuses("text/html")).isEqualTo(refused);
    }
}
