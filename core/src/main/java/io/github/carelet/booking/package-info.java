/**
 * From what a patient sent to a booking in the clinic's hands: parsing, rules, tokens, states, and the store as a port.
 * Knows {@code catalog}, {@code schedule}, {@code delivery} and {@code privacy}; knows neither SQL nor HTTP.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.booking;
