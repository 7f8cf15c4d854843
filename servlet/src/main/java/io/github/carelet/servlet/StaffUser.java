package io.github.carelet.servlet;

import java.util.Set;

/**
 * Somebody at the clinic.
 *
 * @param name what the history and the audit trail call them; not blank, and neither {@code patient} nor {@code system},
 *     which stand for others there
 * @param role what they may do
 */
public record StaffUser(String name, StaffRole role) {

    private static final Set<String> RESERVED = Set.of("patient", "system");

    /** Checks the name. */
    public StaffUser {
        if (name.isBlank() || RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is nobody at the clinic: expected a name, but for patient and system");
        }
    }
}
