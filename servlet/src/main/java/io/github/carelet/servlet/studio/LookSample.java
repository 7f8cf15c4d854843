package io.github.carelet.servlet.studio;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.time.LocalTime;

/**
 * Something of everything that has a look, for {@code studio/sample.jte}. It is nobody's form, and does nothing.
 *
 * @param document the frame, in the look
 * @param words the messages
 * @param clinic the name of the clinic
 */
public record LookSample(Document document, Messages words, String clinic) {

    /** Returns a time of day, as the form says it. */
    public String time(int hour, int minute) {
        return words.time(LocalTime.of(hour, minute));
    }
}
