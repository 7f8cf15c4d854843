package io.github.carelet.booking;

import java.util.Locale;

/** What a patient may agree to besides the request itself, and take back by itself. */
public enum ConsentKind {
    /** Text messages. */
    SMS,
    /** News and offers of the clinic. */
    MARKETING;

    /** Returns the name as it is written down, such as {@code sms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what it is in a history that this was taken back. */
    HistoryEntry.Kind revocation() {
        return switch (this) {
            case SMS -> HistoryEntry.Kind.SMS_REVOKED;
            case MARKETING -> HistoryEntry.Kind.MARKETING_REVOKED;
        };
    }
}
