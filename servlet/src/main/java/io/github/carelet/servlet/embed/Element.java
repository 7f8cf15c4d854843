package io.github.carelet.servlet.embed;

import gg.jte.Content;
import io.github.carelet.servlet.page.Document;

/**
 * What goes into an element, for {@code embed/element.jte}.
 *
 * @param document the frame of the document that brings it
 * @param content what is shown
 */
public record Element(Document document, Content content) {}
