/** The same patient in every container: tests only. One class for each container, and nothing else that knows one. */
@org.jspecify.annotations.NullMarked
package io.github.carelet.examples.hosts;
