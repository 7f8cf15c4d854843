package io.github.carelet.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the interface says in one language. Dates and times follow patterns of our own, so that they are the same on
 * every JDK. Immutable and safe for use by many threads.
 */
public final class Messages {

    /** What the language calls itself. */
    static final String NAME = "meta.name";

    /** Who has reviewed the messages; blank while nobody has. */
    static final String REVIEWED_BY = "meta.reviewedBy";

    /** On which day; may be blank. */
    static final String REVIEWED_ON = "meta.reviewedOn";

    /** The plural rule. */
    static final String PLURAL = "meta.plural";

    /** How the time is told. */
    static final String CLOCK = "meta.clock";

    /** The ten digits from zero, if they are others than those of ASCII. */
    static final String DIGITS = "meta.digits";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9]");
    private static final char FIRST_STRONG = '\u2068';
    private static final char POP = '\u2069';

    private final String language;
    private final Map<String, String> texts;
    private final PluralRule plural;
    private final ClockWords clock;
    private final int[] digits;
    private final boolean rightToLeft;

    /** Takes messages that {@link MessageCheck} found right. */
    Messages(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
        this.rightToLeft = Direction.of(language).equals("rtl");
        this.plural = PluralRule.parse(text(PLURAL));
        this.clock = ClockWords.parse(text(CLOCK));
        this.digits = text(DIGITS).codePoints().toArray();
    }

    /**
     * Returns these messages and more.
     *
     * @throws IllegalArgumentException if one of them is there already
     */
    Messages with(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(texts);
        more.forEach((key, text) -> {
            if (merged.put(key, text) != null) {
                throw new IllegalArgumentException("message '" + key + "' stands twice in '" + language + "'");
            }
        });
        return new Messages(language, Map.copyOf(merged));
    }

    /** Returns the BCP 47 tag of the language that these messages are in. */
    public String language() {
        return language;
    }

    /** Returns whether these messages are those for a tag: in its language, however much more exact the tag is. */
    public boolean speak(String tag) {
        return LanguageTag.lookup(LanguageTag.withScript(tag), List.of(language))
                .isPresent();
    }

    /** A sentence, and the BCP 47 tag of its language. */
    public record Sentence(String text, String language) {}

    /**
     * Returns what to do in an emergency: what the clinic says of it, after our own sentence where the clinic says it in a
     * language that is not as near to what a reader wants as these messages are; ours alone where the clinic says nothing.
     *
     * @param clinics what the clinic says; may be blank
     * @param tag the BCP 47 tag of the language in which it does
     * @param wanted the tag of the language that the reader wants
     */
    public List<Sentence> emergency(String clinics, String tag, String wanted) {
        Sentence ours = new Sentence(text("emergency"), language);
        Sentence theirs = new Sentence(clinics, tag);
        if (clinics.isBlank()) {
            return List.of(ours);
        }
        return isAsNear(tag, wanted) ? List.of(theirs) : List.of(ours, theirs);
    }

    /** Returns the same as one text, for what can't say of a part in which language it is. */
    public String emergencyText(String clinics, String tag, String wanted) {
        return emergency(clinics, tag, wanted).stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    private boolean isAsNear(String tag, String wanted) {
        return speak(tag)
                || LanguageTag.lookup(LanguageTag.withScript(wanted), List.of(tag))
                        .isPresent();
    }

    /** Returns whether somebody has reviewed these messages. */
    public boolean isReviewed() {
        return !text(REVIEWED_BY).isBlank();
    }

    /** Returns whether it is to be said that nobody has reviewed them: of English and Spanish it is not. */
    public boolean isUnreviewed() {
        return !isReviewed() && !Languages.ALWAYS.contains(language);
    }

    /** Returns {@code rtl} or {@code ltr}. */
    public String direction() {
        return Direction.of(language);
    }

    /**
     * Returns a message with its placeholders ({@code {0}} to {@code {9}}) filled, as plain text. A quotation mark is
     * nothing special. A number is written in the digits of the language; what is not of it, such as a telephone number,
     * is set apart where the language is written from right to left, or it would be torn.
     *
     * @throws IllegalArgumentException if there is no such message, or an argument is missing
     */
    public String text(String key, Object... arguments) {
        return filled(key, this::written, arguments);
    }

    private String filled(String key, Function<Object, String> written, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message '" + key + "' in '" + language + "'");
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            if (index >= arguments.length) {
                throw new IllegalArgumentException(
                        "message '" + key + "' has " + found.group() + ", got " + arguments.length + " arguments");
            }
            return Matcher.quoteReplacement(written.apply(arguments[index]));
        });
    }

    /**
     * Returns a text as it may stand among words of the language: where that is written from right to left, one with Latin
     * letters or digits, such as an address, is set apart by the isolates of Unicode, or it would be torn.
     */
    public String apart(String text) {
        return rightToLeft && LATIN.matcher(text).find() && !isApart(text) ? FIRST_STRONG + text + POP : text;
    }

    private static boolean isApart(String text) {
        return text.charAt(0) == FIRST_STRONG && text.indexOf(POP) == text.length() - 1;
    }

    /** Returns whether there is such a message. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * Returns the message that fits a number: {@code key.one}, {@code key.other} or what other forms the language has;
     * {@code {0}} is the number.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public String count(String key, int number) {
        return text(key + "." + plural.form(number), number);
    }

    /** Returns several things as one would say them: {@code A}, {@code A and B}, {@code A, B and C}. */
    public String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : text("list.and", String.join(text("list.comma"), things.subList(0, last)), things.get(last));
    }

    /** Returns a day as {@code Tuesday, December 1, 2026}. */
    public String longDate(LocalDate date) {
        return text("date.long", weekday(date.getDayOfWeek()), month(date), date.getDayOfMonth(), date.getYear());
    }

    /** Returns a day as {@code December 1, 2026}. */
    public String date(LocalDate date) {
        return text("date.plain", month(date), date.getDayOfMonth(), date.getYear());
    }

    /** Returns a day as {@code Tuesday, December 1}. */
    public String day(LocalDate date) {
        return text("date.day", weekday(date.getDayOfWeek()), month(date), date.getDayOfMonth());
    }

    /** Returns a month as {@code March 2026}. */
    public String month(YearMonth month) {
        return text("date.month", text("month.alone." + month.getMonthValue()), month.getYear());
    }

    /** Returns a day of the week as {@code Tuesday}. */
    public String weekday(DayOfWeek day) {
        return text("weekday." + day.getValue());
    }

    /** Returns a time of day as {@code 9:30 AM}, a full hour as {@code 9 AM}, 0:00 as {@code midnight}; set apart as a whole. */
    public String time(LocalTime time) {
        if (time.equals(LocalTime.MIDNIGHT)) {
            return text("time.midnight");
        }
        String minutes = inDigits(String.format(Locale.ROOT, "%02d", time.getMinute()));
        String key = time.getMinute() == 0 ? "time.hour" : "time.minutes";
        return apart(filled(key, this::inOneTime, clock.shown(time.getHour()), minutes, clock.part(time.getHour())));
    }

    /** Returns the time of day at a place; of an hour that its clocks show twice also the offset, such as {@code 1:30 AM (UTC-07:00)}. */
    public String time(OffsetDateTime time, ZoneId zone) {
        ZonedDateTime there = time.atZoneSameInstant(zone);
        boolean twice = zone.getRules().getValidOffsets(there.toLocalDateTime()).size() > 1;
        String plain = time(there.toLocalTime());
        return twice ? text("time.offset", plain, there.getOffset().getId()) : plain;
    }

    /** Returns the name of a zone, such as {@code Pacific Time}; of one that we have no name for, what the JDK calls it. */
    public String zone(ZoneId zone) {
        String key = "zone." + zone.getId();
        return has(key) ? text(key) : zone.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
    }

    /** Returns the name of a language, such as {@code Spanish}; the tag itself if it has none. */
    public String languageName(String tag) {
        String key = "language." + Locale.forLanguageTag(tag).getLanguage();
        return has(key) ? text(key) : Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(language));
    }

    private String month(LocalDate date) {
        return text("month." + date.getMonthValue());
    }

    /** A part of a time is not set apart from the rest: each part would go its own way. */
    private String inOneTime(Object part) {
        return part instanceof Number ? inDigits(part.toString()) : String.valueOf(part);
    }

    private String written(Object argument) {
        String text = String.valueOf(argument);
        return argument instanceof Number ? inDigits(text) : apart(text);
    }

    private String inDigits(String number) {
        if (digits.length == 0) {
            return number;
        }
        StringBuilder written = new StringBuilder();
        number.chars().forEach(each -> written.appendCodePoint('0' <= each && each <= '9' ? digits[each - '0'] : each));
        return written.toString();
    }
}
