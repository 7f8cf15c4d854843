package io.github.carelet.servlet.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of what is served, by algorithms that every JDK has in practice. */
public enum Digest {
    /** SHA-256, for names and entity tags. */
    SHA_256("SHA-256"),
    /** SHA-384, for Subresource Integrity. */
    SHA_384("SHA-384");

    private final String algorithm;

    Digest(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Returns the digest of some bytes, as bytes. */
    public byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks " + algorithm, e);
        }
    }
}
