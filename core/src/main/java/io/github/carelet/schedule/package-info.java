/**
 * Which times may be asked for or booked. Pure: no I/O, no clock of its own; knows {@code catalog} and nobody else. One
 * function both lists times and judges a submission.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.schedule;
