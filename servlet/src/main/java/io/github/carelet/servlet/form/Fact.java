package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import java.util.Optional;

/**
 * A line of the summary of what is being asked for.
 *
 * @param term what it is about
 * @param text what was chosen
 * @param detail more about it, such as an address; may be empty
 * @param change the way to choose it anew, if there is anything else to choose
 */
public record Fact(String term, Localized.Value<String> text, String detail, Optional<Turn> change) {}
