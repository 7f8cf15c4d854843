package io.github.carelet.servlet.form;

import io.github.carelet.servlet.page.Document;

/**
 * Says that a form arrived which books nothing, for {@code form/rehearsal.jte}.
 *
 * @param document the frame
 * @param verdict {@code whole} or {@code changed}
 * @param sentence the same in words
 */
public record RehearsalPage(Document document, String verdict, String sentence) {}
