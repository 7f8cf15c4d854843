package io.github.carelet.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluralRuleTest {

    /** The numbers that the sample lists of Unicode CLDR give for each form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one: n = 1|one|1",
                "one: n = 1|other|0 2 11 21 100",
                "one: n = 0..1|one|0 1",
                "one: n = 0..1|other|2 10 101",
                "|other|0 1 2 100",
                "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|one|1 21 31 101 1001",
                "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|few|2 3 4 22 34 104",
                "one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14|other|0 5 11 12 14 19 111",
                "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99|few|3 10 103",
                "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99|other|100 102 200",
                "one: n = 1,2,3 or n % 10 != 4,6,9|one|0 1 2 3 5 7 8 10 12",
                "one: n = 1,2,3 or n % 10 != 4,6,9|other|4 6 9 14 16",
            })
    void aNumberTakesTheFormThatItsSpeakersUse(String rule, String form, String numbers) {
        PluralRule read = PluralRule.parse(rule == null ? "" : rule);
        for (String number : numbers.split(" ")) {
            assertThat(read.form(Integer.parseInt(number))).as(number).isEqualTo(form);
        }
    }

    @Test
    void theFormsAreNamed() {
        assertThat(PluralRule.parse("few: n = 2; one: n = 1").names()).isEqualTo(List.of("one", "few", "other"));
        assertThat(PluralRule.parse(" ").names()).isEqualTo(List.of("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one",
                "other: n = 1",
                "one: ",
                "one: n",
                "one: n = 1; one: n = 2",
                "one: n = 1;",
                "one: n % 0 = 0",
                "one: n = 1..2..3",
                "one: n = 9999999999",
                "one: i = 1",
                "one: n = 1 and",
                "uno: n = 1",
            })
    void whatIsNoRuleIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PluralRule.parse(text))
                .withMessageContaining("expected");
    }

    @Test
    void everyFormOfEveryLanguageIsReached() {
        for (String language : Languages.OURS) {
            PluralRule rule = PluralRule.parse(Languages.ours(language).getOrDefault(Messages.PLURAL, ""));
            assertThat(IntStream.range(0, 200).mapToObj(rule::form))
                    .as(language)
                    .contains(rule.names().toArray(String[]::new));
        }
    }
}
