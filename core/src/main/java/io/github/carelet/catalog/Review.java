package io.github.carelet.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who checked a text, when, and until when that holds.
 *
 * @param reviewedBy who checked it; empty if nobody
 * @param credential what qualifies them, such as {@code PT, DPT}; empty if not said
 * @param reviewedOn when it was checked
 * @param dueOn when it is to be checked again
 * @param withdrawnOn from when on it is not to be shown
 * @param sources what it rests on
 */
public record Review(
        String reviewedBy,
        String credential,
        Optional<LocalDate> reviewedOn,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> withdrawnOn,
        List<Source> sources) {

    /** Nobody has checked it. */
    public static final Review NONE =
            new Review("", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** How many days before {@link #dueOn} a review is {@link ReviewState#DUE}. */
    public static final int DUE_DAYS = 30;

    /** Copies the list. */
    public Review {
        sources = List.copyOf(sources);
    }

    /**
     * What a text rests on.
     *
     * @param title its title
     * @param url where it can be read
     */
    public record Source(String title, Optional<Link> url) {}

    /**
     * Returns the state of the review on the given day. On {@link #dueOn} itself it is still {@link ReviewState#DUE};
     * from {@link #withdrawnOn} on, that day included, it is {@link ReviewState#WITHDRAWN} whatever else is said.
     */
    public ReviewState on(LocalDate today) {
        if (withdrawnOn.isPresent() && !today.isBefore(withdrawnOn.get())) {
            return ReviewState.WITHDRAWN;
        }
        if (dueOn.isPresent() && today.isAfter(dueOn.get())) {
            return ReviewState.OVERDUE;
        }
        if (reviewedOn.isEmpty()) {
            return ReviewState.NONE;
        }
        boolean soon = dueOn.isPresent() && !today.isBefore(dueOn.get().minusDays(DUE_DAYS));
        return soon ? ReviewState.DUE : ReviewState.FRESH;
    }
}
