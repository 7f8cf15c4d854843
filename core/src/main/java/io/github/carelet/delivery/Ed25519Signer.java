package io.github.carelet.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Signs with a key of which the receiver has only the public half (RFC 8032). Immutable. */
final class Ed25519Signer implements WebhookSecret.Signer {

    private static final String ALGORITHM = "Ed25519";
    private static final int SIZE = 32;

    private final PrivateKey key;
    private final byte[] publicKey;

    private Ed25519Signer(PrivateKey key, byte[] publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Returns the signer of a private key, with its public key behind it or without.
     *
     * @throws IllegalArgumentException if it is no such key, or the public key is another one's
     */
    static Ed25519Signer of(byte[] bytes) {
        if (bytes.length != SIZE && bytes.length != 2 * SIZE) {
            throw new IllegalArgumentException(
                    "no webhook secret: expected 'whsk_' and the base64 of 32 or 64 bytes, found " + bytes.length);
        }
        KeyPair pair = pair(Arrays.copyOf(bytes, SIZE));
        byte[] publicKey = encoded((EdECPublicKey) pair.getPublic());
        if (bytes.length > SIZE && !Arrays.equals(publicKey, Arrays.copyOfRange(bytes, SIZE, bytes.length))) {
            throw new IllegalArgumentException("no webhook secret: what follows its private key is not its public key");
        }
        return new Ed25519Signer(pair.getPrivate(), publicKey);
    }

    /** The platform derives a public key only when it makes a pair: so it gets the private key for a random number. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** RFC 8032, 5.1.2: the ordinate, its lowest byte first, with the sign of the abscissa as its highest bit. */
    private static byte[] encoded(EdECPublicKey key) {
        byte[] ordinate = key.getPoint().getY().toByteArray();
        byte[] encoded = new byte[SIZE];
        for (int i = 0; i < Math.min(SIZE, ordinate.length); i++) {
            encoded[i] = ordinate[ordinate.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            encoded[SIZE - 1] |= (byte) 0x80;
        }
        return encoded;
    }

    @Override
    public String version() {
        return "v1a";
    }

    @Override
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /** A source of one number. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient byte[] number;

        private Fixed(byte[] number) {
            this.number = number;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(number, 0, bytes, 0, bytes.length);
        }
    }
}
