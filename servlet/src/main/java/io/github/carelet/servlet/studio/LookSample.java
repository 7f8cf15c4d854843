package io.github.carelet.servlet.studio;

import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;

/**
 * Something of everything that has a look, for {@code studio/sample.jte}. It is nobody's form, and does nothing.
 *
 * @param document the frame, in the look
 * @param words the messages
 * @param clinic the name of the clinic
 */
public record LookSample(Document document, Messages words, String clinic) {}
