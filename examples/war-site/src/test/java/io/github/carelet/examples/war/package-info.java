/** Runs the application as a container would. */
@NullMarked
package io.github.carelet.examples.war;

import org.jspecify.annotations.NullMarked;
