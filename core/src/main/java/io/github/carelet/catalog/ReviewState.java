package io.github.carelet.catalog;

/** How far a review still carries. */
public enum ReviewState {
    /** Reviewed, and the next review is more than {@value Review#DUE_DAYS} days away or has no date. */
    FRESH,
    /** Reviewed, and the next review is due within {@value Review#DUE_DAYS} days. */
    DUE,
    /** The day of the next review has passed. */
    OVERDUE,
    /** Not to be shown any more. */
    WITHDRAWN,
    /** Never reviewed, as far as is known. */
    NONE
}
