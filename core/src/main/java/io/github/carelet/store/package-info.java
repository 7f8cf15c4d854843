/**
 * Bookings and messages in an SQL database. The one public way in is {@link io.github.carelet.store.SqlStorage}; what it
 * gives are the ports of {@code booking} and {@code delivery}. Who a patient is and why they come leaves this package
 * only encrypted; no rule about bookings may go in.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.store;
