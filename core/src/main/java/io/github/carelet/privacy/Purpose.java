package io.github.carelet.privacy;

/** What a key is used for. Each purpose has a key of its own, derived from the same secret, so none can stand in for another. */
public enum Purpose {
    /** Encrypts who a patient is. */
    IDENTITY,
    /** Encrypts why a patient comes. */
    MEDICAL,
    /** Signs the token of a form. */
    FORM_TOKEN,
    /** Derives the secret link to a booking. */
    MANAGE_TOKEN,
    /** Compares submissions, and finds equal ones, without keeping them in the clear. */
    FINGERPRINT
}
