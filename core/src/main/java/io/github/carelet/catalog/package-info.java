/**
 * A clinic's content as immutable records: treatments, conditions, locations, practitioners, articles and appointment
 * types, and the reader that turns JSON into them or says everything that is wrong with it.
 *
 * <p>This package knows no other package of Carelet. It does no I/O beyond reading the files it is given, keeps no
 * state and has no clock.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.catalog;
