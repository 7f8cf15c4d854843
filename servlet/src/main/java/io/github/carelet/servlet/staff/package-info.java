/**
 * The clinic's inbox: what the front desk sees and does below {@code staff/}. Every page works without a script. Nothing
 * here is for patients, and nothing here decides what may become of a booking: the desk does.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.staff;
