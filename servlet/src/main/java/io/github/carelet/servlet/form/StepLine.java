package io.github.carelet.servlet.form;

/**
 * Where in the flow a step is.
 *
 * @param number its number, from 1
 * @param of how many there are
 * @param name what it asks, in a word
 */
public record StepLine(int number, int of, String name) {}
