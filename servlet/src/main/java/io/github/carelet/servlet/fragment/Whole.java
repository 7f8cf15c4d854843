package io.github.carelet.servlet.fragment;

import gg.jte.Content;
import io.github.carelet.servlet.page.Document;

/**
 * A fragment as a whole document.
 *
 * @param document the frame
 * @param home the clinic's name, which leads to its page
 * @param fragment the one root element
 */
public record Whole(Document document, Anchor home, Content fragment) {}
