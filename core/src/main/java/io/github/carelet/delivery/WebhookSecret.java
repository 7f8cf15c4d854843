package io.github.carelet.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret by which a receiver knows that a webhook is ours: {@code whsec_} and the base64 of 24 to 64 bytes. Signs by
 * Standard Webhooks 1.0.0 with HMAC-SHA256. Immutable; never prints itself.
 */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the text is no such secret; the message does not repeat it
     */
    public static WebhookSecret parse(String text) {
        byte[] bytes = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException(
                    "no webhook secret: expected 'whsec_' and the base64 of 24 to 64 bytes, found " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    /** Returns the value of the header {@code webhook-signature}. */
    String sign(String id, long timestamp, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no webhook secret: what follows 'whsec_' is no base64");
        }
    }
}
