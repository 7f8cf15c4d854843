package io.github.carelet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Decides whose request may see the clinic's inbox, {@code {base}/staff/}. An extension point: a host that signs people in
 * by other means than its container implements it.
 *
 * <pre>{@code
 * new CareletServlet(carelet, request -> Optional.ofNullable(session(request))
 *         .map(session -> new StaffUser(session.userName(), StaffRole.STAFF)))
 * }</pre>
 *
 * <p>Carelet asks on every request below {@code staff/}, before it looks at anything else, and gives whoever has no user the
 * same answer on every path. It must not create a session or change the request. Safe for use by many threads. If it throws,
 * nobody gets in.
 */
@FunctionalInterface
public interface StaffAccess {

    /** The role, in the container, of people who work with bookings. */
    String STAFF = "carelet-staff";

    /** The role, in the container, of people who may also read the audit trail and change what is deployed. */
    String ADMIN = "carelet-admin";

    /** Returns who sent a request; empty if it is nobody of the clinic. */
    Optional<StaffUser> user(HttpServletRequest request);

    /**
     * Returns how a browser is asked to sign in: the value of {@code WWW-Authenticate} (RFC 9110, 11.6.1) of a 401. Empty, the
     * default, if that is not up to Carelet: a stranger gets a 403 then.
     */
    default Optional<String> challenge() {
        return Optional.empty();
    }

    /**
     * Returns what the container knows: the user's principal, if it has the role {@value #STAFF} or {@value #ADMIN}. To let the
     * container ask for a name and a password, the host puts a security constraint on {@code {mount}/staff/*}.
     */
    static StaffAccess container() {
        return request -> Optional.ofNullable(request.getUserPrincipal())
                .flatMap(principal -> role(request).map(role -> new StaffUser(principal.getName(), role)));
    }

    private static Optional<StaffRole> role(HttpServletRequest request) {
        if (request.isUserInRole(ADMIN)) {
            return Optional.of(StaffRole.ADMIN);
        }
        return request.isUserInRole(STAFF) ? Optional.of(StaffRole.STAFF) : Optional.empty();
    }
}
