package io.github.carelet.servlet.fragment;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.language.Direction;
import io.github.carelet.language.Messages;
import java.util.List;
import java.util.Optional;

/** Says things in the language of a rendition, or in the nearest one that there is, and marks which one that was. */
final class Voice {

    private final String language;
    private final String around;
    private final Messages messages;

    Voice(String language, Messages messages) {
        this(language, language, messages);
    }

    /** Speaks a language in a page that is in another one. */
    Voice(String language, String around, Messages messages) {
        this.language = language;
        this.around = around;
        this.messages = messages;
    }

    /** Speaks a language, as far as a Carelet does; what it can't say in that, in the clinic's first one. */
    static Voice of(Carelet carelet, Catalog catalog, String language) {
        return new Voice(
                language, carelet.languages().in(language, catalog.clinic().defaultLanguage()));
    }

    Messages messages() {
        return messages;
    }

    /** Returns a message of the interface. */
    Text say(String key, Object... arguments) {
        return ours(messages.text(key, arguments));
    }

    /** Returns a text that was put together from messages of the interface. */
    Text ours(String text) {
        return new Text(text, messages.language(), messages.direction(), !messages.speak(around));
    }

    /** Returns a text of the catalogue. */
    Text of(Localized<String> text) {
        Localized.Value<String> value = text.in(language);
        return in(value.value(), value.language());
    }

    private Text in(String text, String tag) {
        return new Text(text, tag, Direction.of(tag), isForeign(tag));
    }

    /** Returns what to do in an emergency. */
    List<Text> emergency(Localized<String> clinics) {
        Localized.Value<String> theirs = clinics.in(language);
        return messages.emergency(theirs.value(), theirs.language(), language).stream()
                .map(each -> messages.speak(each.language()) ? ours(each.text()) : in(each.text(), each.language()))
                .toList();
    }

    /** Returns the same as one text. */
    String emergencyText(Localized<String> clinics) {
        Localized.Value<String> theirs = clinics.in(language);
        return messages.emergencyText(theirs.value(), theirs.language(), language);
    }

    /** Returns a text of the catalogue; empty if there is nothing in it. */
    Optional<Text> ifSaid(Localized<String> text) {
        return Optional.of(of(text)).filter(said -> !said.value().isBlank());
    }

    /** Returns several texts of the catalogue. */
    List<Text> all(List<Localized<String>> texts) {
        return texts.stream().map(this::of).toList();
    }

    boolean isForeign(String other) {
        return !around.equalsIgnoreCase(other);
    }

    String language() {
        return language;
    }
}
