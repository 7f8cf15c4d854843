package io.github.carelet.servlet.form;

import java.util.Optional;

/**
 * A way to another view of the last page.
 *
 * @param label what it shows
 * @param href where it leads
 * @param keeps whether it takes along what was typed: then it is a button that sends the form there, which books nothing
 * @param slot the free time that is picked with it, as it is sent
 */
public record Turn(String label, String href, boolean keeps, Optional<String> slot) {}
