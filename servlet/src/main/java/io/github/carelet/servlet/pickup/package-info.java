/**
 * What systems of the clinic fetch and answer: bookings, by a bearer token. Everything here is JSON, nothing is for patients
 * or browsers, and every call is in the audit trail.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.pickup;
