package io.github.carelet.mail;

import io.github.carelet.booking.BookingEvent;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.Location;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.language.Messages;
import io.github.carelet.language.Messages.Sentence;
import io.github.carelet.schedule.Preference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts what an event tells into the words of one language.
 *
 * @param words the messages
 * @param language the BCP 47 tag of the reader's language, for what the clinic says in its own words
 * @param catalog what the clinic says
 * @param event what happened
 */
record Wording(Messages words, String language, Catalog catalog, BookingEvent event) {

    private static final int LONGEST_NAME = 60;

    Optional<Location> location() {
        return catalog.location(event.location());
    }

    ZoneId zone() {
        return location()
                .map(Location::timeZone)
                .orElseGet(() -> catalog.clinic().timeZone());
    }

    /** Returns the number to call. */
    PhoneNumber phone() {
        return location().map(Location::phone).orElseGet(() -> catalog.clinic().phone());
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** Returns what the clinic says, in one line. */
    String say(Localized<String> text) {
        return oneLine(text.in(language).value());
    }

    /** Returns a line of ours below everything else. */
    Sentence note(String text) {
        return new Sentence(text, words.language());
    }

    /** Returns what to do in an emergency. */
    List<Sentence> emergency() {
        Localized.Value<String> theirs = catalog.clinic().emergency().in(language);
        return words.emergency(oneLine(theirs.value()), theirs.language(), language);
    }

    String clinic() {
        return say(catalog.clinic().name());
    }

    /** Returns the name of the clinic as it stands in a header: not too long to be read there. */
    String sender() {
        String name = clinic();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }

    /** Returns a time as {@code Tuesday, December 1, 2026, 9:30 AM, Pacific Time}. */
    String time(OffsetDateTime time) {
        return text(
                "form.time.in",
                words.longDate(time.atZoneSameInstant(zone()).toLocalDate()),
                words.time(time, zone()),
                words.zone(zone()));
    }

    String time(Instant instant) {
        return time(instant.atZone(zone()).toOffsetDateTime());
    }

    String day(Instant instant) {
        return words.longDate(instant.atZone(zone()).toLocalDate());
    }

    /** Returns a wish as {@code Tuesday, December 1, in the morning}. */
    String wish(Preference wish) {
        String part = wish.part().name().toLowerCase(Locale.ROOT);
        return text("form.time.of.day", words.day(wish.date()), text("form.in." + part));
    }

    Letter.Fact reference() {
        return new Letter.Fact(text("form.manage.reference"), List.of(event.reference()));
    }

    /** Returns when the visit is, or when the patient can come; empty if neither is known. */
    Optional<Letter.Fact> when() {
        if (event.start().isPresent()) {
            return Optional.of(new Letter.Fact(
                    text("form.manage.time"), List.of(time(event.start().get()))));
        }
        List<String> wishes = event.preferred().stream().map(this::wish).toList();
        return wishes.isEmpty() ? Optional.empty() : Optional.of(new Letter.Fact(text("form.manage.times"), wishes));
    }

    /** Returns name and address of the location, one line each; nothing if it is not there any more. */
    List<String> place() {
        List<String> lines = new ArrayList<>();
        location().ifPresent(location -> {
            lines.add(say(location.name()));
            location.address().lines().forEach(line -> lines.add(oneLine(line)));
        });
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    Optional<Letter.Fact> where() {
        return place().isEmpty() ? Optional.empty() : Optional.of(new Letter.Fact(text("mail.where"), place()));
    }

    /** Whatever would end a line or could not be seen becomes a space. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(Wording::visible).forEach(line::appendCodePoint);
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static int visible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> ' ';
            default -> sign;
        };
    }
}
