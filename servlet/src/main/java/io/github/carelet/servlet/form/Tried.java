package io.github.carelet.servlet.form;

/**
 * An action of the patient's page that came to nothing.
 *
 * @param action its name, as in the address
 * @param failure why
 * @param kept what the visitor put in, and what is wrong with it
 */
record Tried(String action, Failure failure, Kept kept) {}
