package io.github.carelet.booking;

/**
 * By what a submission is known again. All values are MACs or hashes: none gives back what it was made from.
 *
 * @param keyId id of the secret that made the MACs
 * @param token by what the spent token is known
 * @param fingerprint by what equal fields are known
 * @param manage SHA-256 of the manage token
 * @param duplicate by what another open booking of the same name, contact, type, location and time is known
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubmissionKey(String keyId, byte[] token, byte[] fingerprint, byte[] manage, byte[] duplicate) {

    @Override
    public String toString() {
        return "SubmissionKey[" + keyId + "]";
    }
}
