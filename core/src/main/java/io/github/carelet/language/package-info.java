/**
 * What Carelet says to patients and to the clinic's people, in each language: messages, and dates and times as people write them. Our own patterns,
 * since those of the JDKs differ. Knows nothing of HTTP or of bookings.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.language;
