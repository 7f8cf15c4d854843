package io.github.carelet.servlet.doctor;

/**
 * Lines that put something right.
 *
 * @param where what reads them
 * @param lines what to write there
 */
public record Remedy(String where, String lines) {}
