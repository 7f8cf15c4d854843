package io.github.carelet.servlet.doctor;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor says, for {@code doctor/page.jte}.
 *
 * @param document the frame
 * @param words the messages for whoever looks
 * @param address where it was looked at from outside
 * @param findings what is in the way; empty if nothing is
 * @param frame the document that tries a form in the browser itself; empty where nobody books
 */
public record DoctorPage(
        Document document, Messages words, String address, List<Finding> findings, Optional<String> frame) {

    /** Copies the list. */
    public DoctorPage {
        findings = List.copyOf(findings);
    }

    /**
     * Something that is in the way.
     *
     * @param code its name, as in messages
     * @param seen what gave it away
     * @param remedies the lines that put it right
     */
    public record Finding(String code, String seen, List<Remedy> remedies) {}
}
