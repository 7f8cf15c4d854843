/**
 * Everything that a patient does: the booking form, its answers, and the page on which a booking is looked after. Every
 * HTML answer from here is sandboxed.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.form;
