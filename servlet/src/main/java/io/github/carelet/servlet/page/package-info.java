/**
 * What every HTML answer shares: how a template becomes bytes, the frame of a whole document, and the stylesheets,
 * scripts and other assets with their hashes. Knows no bookings, and of a catalogue only the notice of help with language.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.page;
