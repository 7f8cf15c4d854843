package io.github.carelet.catalog;

/** What a section is about. */
public enum Aspect {
    /** The whole in short. */
    OVERVIEW,
    /** What it is good for. */
    BENEFITS,
    /** What can go wrong. */
    RISKS,
    /** What to do before. */
    PREPARATION,
    /** What to do afterwards. */
    AFTERCARE,
    /** What one can do alone. */
    SELF_CARE,
    /** When not to wait. */
    URGENT,
    /** Anything else. */
    OTHER
}
