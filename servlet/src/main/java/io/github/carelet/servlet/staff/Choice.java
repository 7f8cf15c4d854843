package io.github.carelet.servlet.staff;

/**
 * One of several.
 *
 * @param value as it is sent
 * @param label what is shown
 * @param picked whether it was picked
 */
public record Choice(String value, String label, boolean picked) {}
