package io.github.carelet.catalog;

/**
 * A word of the trade and what patients say instead.
 *
 * @param term the word, such as {@code radiculopathy}; its plural is meant as well
 * @param plain what says the same to everybody, such as {@code pinched nerve}
 */
public record PlainWord(Localized<String> term, Localized<String> plain) {}
