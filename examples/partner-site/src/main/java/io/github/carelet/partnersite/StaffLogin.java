package io.github.carelet.partnersite;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Somebody who may open the clinic's inbox here.
 *
 * @param name their name
 * @param password in the clear: it was typed on the command line, or is printed there
 */
record StaffLogin(String name, String password) {

    private static final int PASSWORD_BYTES = 9;

    /** Returns the login of a demo that was given none; nobody can guess its password, which is another one each time. */
    static StaffLogin drawn() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new StaffLogin("desk", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "StaffLogin[" + name + "]";
    }
}
