package io.github.carelet.catalog;

/** Whether something is so: a clinic that has not said is not a clinic that has said no. */
public enum Known {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** Nobody has said. */
    UNKNOWN
}
