package io.github.carelet.servlet.fragment;

/**
 * Plain text and the language that it is really in. For {@code fragment/text.jte}, which escapes it.
 *
 * @param value the text, literal
 * @param language its BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param foreign whether the page around it is in another language
 */
public record Text(String value, String language, String direction, boolean foreign) {}
