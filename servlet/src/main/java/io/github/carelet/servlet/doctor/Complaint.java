package io.github.carelet.servlet.doctor;

/**
 * Something that is in the way.
 *
 * @param fault what it is
 * @param seen what gave it away: a header, a status, an address; nothing of a patient
 */
record Complaint(Fault fault, String seen) {}
