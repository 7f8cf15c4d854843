/**
 * What is said in FHIR R4: bookings as {@code Appointment}s, for the clinic's own server, and what is free as the lists of
 * SMART Scheduling Links, for everybody. Written with Jackson, read by nobody here. What a patient comes for may leave this
 * package only towards the clinic's server, and not where the treatment is sensitive.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.fhir;
