package io.github.carelet.servlet.fragment;

/**
 * A few words under a heading: the opener of the booking form, or why there is nothing else to show.
 *
 * @param level the level of the heading
 * @param heading the heading
 * @param text the words
 */
public record Notice(int level, Text heading, Text text) {}
