/**
 * What of a host is in the way: Carelet asks itself as a patient's browser would, through everything that stands before it,
 * and names the filter, the header or the setting that breaks the answer. It books nothing, and calls nobody else.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.doctor;
