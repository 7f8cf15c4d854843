package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.booking.BookingStatus;
import io.github.carelet.language.Languages;
import io.github.carelet.language.Messages;
import io.github.carelet.schedule.DayPart;
import io.github.carelet.schedule.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormMessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    @Test
    void bothLanguagesSayTheSameThingsWithTheSamePlaceholders() {
        Properties english = file("en");
        Properties spanish = file("es");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(spanish.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nobodyIsShoutedAtBeggedOrBlamed(String language) {
        Properties file = file(language);
        Pattern rude = Pattern.compile(
                "[!¡]|please|por favor|invalid|wrong|illegal|inválid|incorrect", Pattern.CASE_INSENSITIVE);
        assertThat(rude.matcher("Invalid phone!").find()).as("the control").isTrue();
        assertThat(file.stringPropertyNames().stream()
                        .filter(key -> rude.matcher(file.getProperty(key)).find()))
                .as("rude of %d messages", file.size())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyStateRefusalAndPartOfADayHasItsWords(String language) {
        Messages words = Languages.standard().in(language);
        for (BookingStatus status : BookingStatus.values()) {
            assertThat(words.has("form.status." + status.code()))
                    .as(status.code())
                    .isTrue();
            assertThat(words.has("form.next." + status.code()))
                    .as(status.code())
                    .isTrue();
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(words.has("form.trouble." + refusal.code()))
                    .as(refusal.code())
                    .isTrue();
            assertThat(words.has("form.error." + refusal.code()))
                    .as(refusal.code())
                    .isTrue();
        }
        for (DayPart part : DayPart.values()) {
            assertThat(words.has("form.part." + part.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
            assertThat(words.has("form.in." + part.name().toLowerCase(Locale.ROOT)))
                    .isTrue();
        }
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties file(String language) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Messages.class.getResourceAsStream("form_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
