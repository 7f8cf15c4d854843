/**
 * Bookings, messages, the audit trail, closures and partners in an SQL database. The one public way in is {@link io.github.carelet.store.SqlStorage}; what it
 * gives are the ports of {@code booking}, {@code delivery} and {@code privacy}. Who a patient is and why they come leaves this package
 * only encrypted; no rule about bookings may go in.
 *
 * <p>The tables are made by numbered SQL files beside this package's classes, in {@code sqlite/} and {@code postgresql/}. At
 * its start a storage runs those that are missing, all in one transaction, whichever node comes first. A host whose
 * application may not make tables runs the files of {@code postgresql/} by its own migration tool, in order, and says so in
 * {@code carelet_schema (version INTEGER primary key, checksum TEXT)}: a row for each file, with its number and the word
 * {@code host} in place of a checksum. The application then needs no more than the right to select, insert, update and delete.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.store;
