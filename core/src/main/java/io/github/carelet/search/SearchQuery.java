package io.github.carelet.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody looks for. The text may be about their health: it is in no message, and not in {@link #toString}.
 *
 * @param text what they typed, at most {@value #MOST_CHARACTERS} characters, without control characters
 * @param language the BCP 47 tag of the page: what is found in its language comes first
 * @param location the id of the location that they have chosen: only what is offered there is found, and every location
 * @param limit how many hits of each kind to return, 1 to {@value #MOST_HITS}
 * @param today the day at the clinic: what is withdrawn by then is not found
 */
public record SearchQuery(String text, String language, Optional<String> location, int limit, LocalDate today) {

    /** The most Unicode characters that a text may have. */
    public static final int MOST_CHARACTERS = 200;

    /** The most hits of each kind that can be asked for. */
    public static final int MOST_HITS = 50;

    /**
     * Checks the text and the limit.
     *
     * @throws IllegalArgumentException if the text is not acceptable, or the limit is out of its range
     */
    public SearchQuery {
        if (!isAcceptable(text)) {
            throw new IllegalArgumentException("a text of " + text.codePointCount(0, text.length())
                    + " characters can't be looked for: expected at most " + MOST_CHARACTERS
                    + " and no control characters");
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("a limit of " + limit + ": expected 1 to " + MOST_HITS);
        }
    }

    /** Returns whether a text can be looked for: not too long, well-formed, and no control characters but white space. */
    public static boolean isAcceptable(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                && text.codePoints().allMatch(SearchQuery::isAcceptable);
    }

    private static boolean isAcceptable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.SURROGATE && (type != Character.CONTROL || Character.isWhitespace(codePoint));
    }

    /** Says how long the text is, not what it says. */
    @Override
    public String toString() {
        return "SearchQuery[" + text.length() + " characters, " + language + ", " + location.orElse("anywhere") + ", "
                + limit + ", " + today + "]";
    }
}
