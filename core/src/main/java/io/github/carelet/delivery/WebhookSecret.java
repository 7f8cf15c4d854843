package io.github.carelet.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret by which a receiver knows that a webhook is ours. Signs by Standard Webhooks 1.0.0; immutable; never prints
 * itself. One of two kinds:
 *
 * <ul>
 *   <li>{@code whsec_} and the base64 of 24 to 64 bytes, which the receiver has too: HMAC-SHA256, {@code v1};
 *   <li>{@code whsk_} and the base64 of a private key of 32 bytes, or of the same with its public key behind it: Ed25519,
 *       {@code v1a}. The receiver has but the {@linkplain #publicKey public key}, and can't sign for us.
 * </ul>
 */
public final class WebhookSecret {

    private static final String SHARED = "whsec_";
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    private final Signer signer;

    /** Makes signatures. */
    sealed interface Signer permits HmacSigner, Ed25519Signer {

        /** Returns what stands before the signature. */
        String version();

        /** Returns the signature. */
        byte[] sign(byte[] content);
    }

    private WebhookSecret(Signer signer) {
        this.signer = signer;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the text is no such secret; the message does not repeat it
     */
    public static WebhookSecret parse(String text) {
        if (text.startsWith(PRIVATE)) {
            return new WebhookSecret(Ed25519Signer.of(decoded(text.substring(PRIVATE.length()))));
        }
        byte[] bytes = text.startsWith(SHARED) ? decoded(text.substring(SHARED.length())) : new byte[0];
        if (bytes.length < LEAST || bytes.length > MOST) {
            throw new IllegalArgumentException("no webhook secret: expected 'whsec_' and the base64 of 24 to 64 bytes,"
                    + " or 'whsk_' and that of an Ed25519 key, found " + bytes.length);
        }
        return new WebhookSecret(new HmacSigner(bytes));
    }

    /** Returns what a receiver checks signatures with, as {@code whpk_…}; empty if that is the secret itself. */
    public Optional<String> publicKey() {
        return signer instanceof Ed25519Signer key
                ? Optional.of(PUBLIC + Base64.getEncoder().encodeToString(key.publicKey()))
                : Optional.empty();
    }

    /** Returns a signature as it stands in the header {@code webhook-signature}. */
    String sign(String id, long timestamp, String payload) {
        byte[] content = (id + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8);
        return signer.version() + "," + Base64.getEncoder().encodeToString(signer.sign(content));
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no webhook secret: what follows its prefix is no base64");
        }
    }
}
