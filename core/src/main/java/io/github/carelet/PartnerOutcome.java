package io.github.carelet;

/** What became of a change of the partners. */
public sealed interface PartnerOutcome {

    /** It is done, here at once and on every other node within a minute. */
    record Done() implements PartnerOutcome {}

    /**
     * A field can't be so.
     *
     * @param field {@code id}, {@code origins}, {@code scope} or {@code look}
     * @param value what it says
     */
    record Invalid(String field, String value) implements PartnerOutcome {}

    /** It is a partner of the configuration, which alone can change it. */
    record Configured() implements PartnerOutcome {}

    /** There is no such partner. */
    record Unknown() implements PartnerOutcome {}

    /** The store can't do it now. */
    record Unavailable() implements PartnerOutcome {}
}
