/**
 * Where a catalogue comes from. Knows {@code catalog} and nobody else; does not decide what is served, only what was
 * read.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.source;
