/**
 * The way in: {@link io.github.carelet.Carelet} is built once, given to a servlet, and closed at the end.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet;
