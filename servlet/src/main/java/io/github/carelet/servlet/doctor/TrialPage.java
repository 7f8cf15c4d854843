package io.github.carelet.servlet.doctor;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.Map;

/**
 * A form in a sandboxed frame that asks for nothing and books nothing, for {@code doctor/trial.jte}.
 *
 * @param document the frame
 * @param words the messages for whoever looks
 * @param action where it is sent to
 * @param fields what it sends
 */
public record TrialPage(Document document, Messages words, String action, Map<String, String> fields) {

    /** Copies the fields. */
    public TrialPage {
        fields = Map.copyOf(fields);
    }
}
