package io.github.carelet.booking;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a booking came from: through which partner, and from which place of theirs. Counted and shown to the clinic; it
 * decides nothing, neither what is offered first nor who gets it.
 *
 * @param partner id of the partner; empty if it came from the clinic's own pages
 * @param source what the author of a page calls it, or a campaign, such as {@code spine-article}; never about a person
 */
public record Referral(Optional<String> partner, Optional<String> source) {

    /** From nowhere in particular. */
    public static final Referral NONE = new Referral(Optional.empty(), Optional.empty());

    /** Short, and neither an address nor a sentence: it is kept in the clear, and nothing about a person belongs in it. */
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * Checks the source.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Referral {
        Objects.requireNonNull(partner);
        source.filter(text -> !isSource(text)).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "a source of " + text.length() + " characters: expected 1 to 40 of a-z, 0-9 and -");
        });
    }

    /** Returns where a booking came from whose source is not known. */
    public static Referral through(Optional<String> partner) {
        return new Referral(partner, Optional.empty());
    }

    /** Returns whether a text can be a source: 1 to 40 small letters, digits and hyphens. */
    public static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }
}
