package io.github.carelet.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Lets equal texts be found without keeping them: each is known by the first 16 bytes of an HMAC under a key of its own.
 * Whoever has no key learns from an index which records share a term, and nothing of the term. Immutable and safe for use by
 * many threads.
 */
public final class BlindIndex {

    private static final int BYTES = 16;

    private final KeyRing keys;

    /** Makes one that indexes with the current key of a ring, and finds what any of its keys indexed. */
    public BlindIndex(KeyRing keys) {
        this.keys = keys;
    }

    /** Returns the id of the key with which is indexed now; what another one indexed is to be indexed anew. */
    public String currentKey() {
        return keys.currentId();
    }

    /** Returns by what a term is indexed. */
    public byte[] term(String text) {
        return term(keys.currentId(), text);
    }

    /** Returns by what a term may have been indexed: one for each key. */
    public List<byte[]> everyTerm(String text) {
        return keys.ids().stream().map(id -> term(id, text)).toList();
    }

    private byte[] term(String keyId, String text) {
        return Arrays.copyOf(keys.mac(keyId, Purpose.SEARCH, text.getBytes(StandardCharsets.UTF_8)), BYTES);
    }
}
