package io.github.carelet.servlet.staff;

/**
 * Who is signed in.
 *
 * @param name their name
 * @param admin whether they may see what only administrators may
 */
public record User(String name, boolean admin) {}
