package io.github.carelet.servlet;

/** What somebody at the clinic may do; each includes the ones before. */
public enum StaffRole {
    /** Work with bookings. */
    STAFF,
    /** Read the audit trail, and change what is deployed. */
    ADMIN
}
