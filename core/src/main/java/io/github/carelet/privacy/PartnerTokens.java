package io.github.carelet.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * What stands in the address of a partner's own page, which is listed nowhere and asks for no login: 128 bits of the
 * HMAC-SHA256 of the partner's id, in base64url. It is derived, not kept: each node gives the same one, and it is good as long
 * as the secret it was made with is in the ring. Immutable and safe for use by many threads.
 */
public final class PartnerTokens {

    private static final int BYTES = 16;

    private final KeyRing keys;

    /** Makes those of a ring. */
    public PartnerTokens(KeyRing keys) {
        this.keys = keys;
    }

    /** Returns the token of a partner, by the current secret; 22 letters, URL-safe. */
    public String of(String partner) {
        return of(keys.currentId(), partner);
    }

    /** Returns whether a token is that of a partner, by any secret of the ring. */
    public boolean isOf(String token, String partner) {
        boolean good = false;
        for (String key : keys.ids()) {
            good |= MessageDigest.isEqual(
                    token.getBytes(StandardCharsets.UTF_8), of(key, partner).getBytes(StandardCharsets.UTF_8));
        }
        return good;
    }

    private String of(String key, String partner) {
        byte[] mac = keys.mac(key, Purpose.PARTNER_PAGE, partner.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
    }
}
