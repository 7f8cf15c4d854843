/**
 * What to paste into a page so that it shows something of the clinic: chosen, seen and copied. Everything that writes such a
 * snippet is here and nowhere else. Nothing of a patient is here.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.studio;
