package io.github.carelet.catalog;

/** How far a review still carries. */
public enum ReviewState {
    /** Reviewed, and the next review is more than {@value Review#DUE_DAYS} days away. */
    FRESH,
    /** The next review is due within {@value Review#DUE_DAYS} days. */
    DUE,
    /** The day of the next review has come. */
    OVERDUE,
    /** Not to be shown any more. */
    WITHDRAWN,
    /** Never reviewed. */
    NONE
}
