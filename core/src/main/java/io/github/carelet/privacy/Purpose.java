package io.github.carelet.privacy;

/** What a key is used for. Each purpose has a key of its own, derived from the same secret, so none can stand in for another. */
public enum Purpose {
    /** Encrypts who a patient is. */
    IDENTITY("identity"),
    /** Encrypts why a patient comes. */
    MEDICAL("medical"),
    /** Signs the token of a form. */
    FORM_TOKEN("form-token"),
    /** Derives the secret link to a booking. */
    MANAGE_TOKEN("manage-token"),
    /** Compares submissions, and finds equal ones, without keeping them in the clear. */
    FINGERPRINT("fingerprint"),
    /** Finds bookings by name, phone number or address, without keeping these in the clear. */
    SEARCH("search"),
    /** Seals the audit trail. */
    AUDIT("audit"),
    /** Signs the token of a form for somebody who is signed in. */
    USER_TOKEN("user-token"),
    /** Derives the address of a partner's own page. */
    PARTNER_PAGE("partner-page"),
    /** Signs from which page of a partner a form was opened. */
    REFERRAL("referral"),
    /** Signs the token of a form that is sent to see that it arrives. */
    REHEARSAL("rehearsal");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** The name that goes into derived keys and sealed values. Written out, since what was sealed must open after a renaming. */
    String label() {
        return label;
    }
}
