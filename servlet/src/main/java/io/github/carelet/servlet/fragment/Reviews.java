package io.github.carelet.servlet.fragment;

import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Item;
import io.github.carelet.catalog.Review;
import io.github.carelet.catalog.ReviewState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says who checked a text, and how far that still carries.
 *
 * @param scene what it is made from
 */
record Reviews(Scene scene) {

    /** Returns the state of the review as a code. */
    String code(Item item) {
        return scene.review(item).name().toLowerCase(Locale.ROOT);
    }

    /** Returns what to say if the review is overdue. */
    Optional<Text> overdue(Item item) {
        return scene.review(item) == ReviewState.OVERDUE
                ? Optional.of(scene.voice().say("review.overdue"))
                : Optional.empty();
    }

    /** Returns when an item was checked and by whom, or that nobody says so, and whether that is too long ago. */
    List<Story.Note> notes(Item item) {
        List<Story.Note> notes = new ArrayList<>();
        overdue(item).ifPresent(text -> notes.add(new Story.Note(text, true)));
        Review review = item.review();
        review.reviewedOn()
                .map(day -> line(item, day))
                .or(() -> scene.review(item) == ReviewState.NONE ? Optional.of(text("review.none")) : Optional.empty())
                .ifPresent(text -> notes.add(new Story.Note(scene.voice().ours(text), false)));
        return notes;
    }

    private String line(Item item, LocalDate reviewedOn) {
        Review review = item.review();
        String who =
                review.credential().isEmpty() ? review.reviewedBy() : review.reviewedBy() + ", " + review.credential();
        String month = month(reviewedOn);
        String checked = who.isEmpty() ? text("review.on", month) : text("review.by", month, who);
        boolean soon = scene.review(item) == ReviewState.DUE;
        return review.dueOn()
                .map(due -> soon
                        ? text("review.due", checked, scene.voice().messages().date(due))
                        : text("review.next", checked, month(due)))
                .orElseGet(() -> text("review.end", checked));
    }

    private String month(LocalDate day) {
        return scene.voice().messages().month(YearMonth.from(day));
    }

    private String text(String key, Object... arguments) {
        return scene.voice().messages().text(key, arguments);
    }

    /** Returns every day on which the state of some review changes; on the day on which it is due, it still holds. */
    static NavigableSet<LocalDate> turningDays(Catalog catalog) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Stream.of(catalog.treatments(), catalog.conditions(), catalog.articles())
                .flatMap(List::stream)
                .forEach(item -> {
                    item.review().withdrawnOn().ifPresent(days::add);
                    item.review().dueOn().ifPresent(due -> {
                        days.add(due.plusDays(1));
                        days.add(due.minusDays(Review.DUE_DAYS));
                    });
                });
        return days;
    }
}
