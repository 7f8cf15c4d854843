package io.github.carelet.privacy;

/**
 * A row of the audit trail.
 *
 * @param number counts the rows, from 1
 * @param event what was done
 * @param mark seals this row and all before it; hexadecimal. Whoever keeps number and mark elsewhere can prove later that
 *     the trail until then is as it was
 */
public record AuditEntry(long number, AuditEvent event, String mark) {}
