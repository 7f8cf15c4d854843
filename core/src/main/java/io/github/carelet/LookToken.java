package io.github.carelet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something of a {@link Look} that can be set; the page of a host sets the same by the custom property of that name. */
public enum LookToken {
    /** Text. */
    INK(Kind.COLOUR, "#1b2126"),
    /** What text stands on. */
    PAPER(Kind.COLOUR, "#ffffff"),
    /** Links, and the one thing to do next. */
    ACCENT(Kind.COLOUR, "#0b5c6b"),
    /** What is written on the accent. */
    ON_ACCENT(Kind.COLOUR, "#ffffff"),
    /** That something went well. */
    SUCCESS(Kind.COLOUR, "#1a6b3c"),
    /** That something needs care. */
    WARNING(Kind.COLOUR, "#8a5a00"),
    /** That something is wrong, or urgent. */
    DANGER(Kind.COLOUR, "#a3261f"),
    /** Text, in the dark. */
    INK_DARK(Kind.COLOUR, "#e8ebed"),
    /** What text stands on, in the dark. */
    PAPER_DARK(Kind.COLOUR, "#14181b"),
    /** Links, and the one thing to do next, in the dark. */
    ACCENT_DARK(Kind.COLOUR, "#7cc7d6"),
    /** What is written on the accent, in the dark. */
    ON_ACCENT_DARK(Kind.COLOUR, "#0c2227"),
    /** That something went well, in the dark. */
    SUCCESS_DARK(Kind.COLOUR, "#7fce9d"),
    /** That something needs care, in the dark. */
    WARNING_DARK(Kind.COLOUR, "#e5b962"),
    /** That something is wrong, or urgent, in the dark. */
    DANGER_DARK(Kind.COLOUR, "#f29a92"),
    /** The step of which all distances are multiples. */
    SPACE(Kind.LENGTH, "4px", 2, 8),
    /** The corners of what has a border. */
    RADIUS(Kind.LENGTH, "6px", 0, 24),
    /** The letters. */
    FONT(Kind.FONT, "inherit"),
    /** The letters of headings. */
    HEADING_FONT(Kind.FONT, "inherit");

    /** What a custom property of ours begins with. */
    static final String PREFIX = "--carelet-";

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2})?)px");
    private static final Pattern FAMILY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,39}");
    private static final int MOST_FAMILIES = 8;
    private static final List<String> GENERIC = List.of(
            "inherit",
            "serif",
            "sans-serif",
            "monospace",
            "cursive",
            "system-ui",
            "ui-serif",
            "ui-sans-serif",
            "ui-monospace",
            "ui-rounded");

    private final Kind kind;
    private final String standard;
    private final int least;
    private final int most;

    /** What a value is. */
    public enum Kind {
        /** A colour without transparency: {@code #0b5c6b} or {@code #fff}. */
        COLOUR,
        /** A length in pixels: {@code 6px} or {@code 4.5px}. */
        LENGTH,
        /** Families of letters that a visitor's machine may have, by commas: {@code Georgia, serif}. None is fetched. */
        FONT
    }

    LookToken(Kind kind, String standard) {
        this(kind, standard, 0, 0);
    }

    LookToken(Kind kind, String standard, int least, int most) {
        this.kind = kind;
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    /** Returns the token of a name, such as {@code on-accent} or {@code --carelet-on-accent}. */
    public static Optional<LookToken> of(String name) {
        String code = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** Returns its name, such as {@code on-accent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of its custom property, such as {@code --carelet-on-accent}. */
    public String property() {
        return PREFIX + code();
    }

    /** Returns what its values are. */
    public Kind kind() {
        return kind;
    }

    /** Returns the value that holds if none is set. */
    public String standard() {
        return standard;
    }

    /** Returns the smallest length; zero for what is no length. */
    public int least() {
        return least;
    }

    /** Returns the greatest length; zero for what is no length. */
    public int most() {
        return most;
    }

    /** Returns whether it is for the dark. */
    public boolean isDark() {
        return name().endsWith("_DARK");
    }

    /**
     * Reads a value: nothing but what it is to be can be in it.
     *
     * @return the only way to write it
     * @throws IllegalArgumentException if it is none
     */
    public String read(String value) {
        String text = value.strip();
        return (switch (kind) {
                    case COLOUR -> Colour.read(text).map(Colour::toString);
                    case LENGTH -> length(text);
                    case FONT -> font(text);
                })
                .orElseThrow(() -> new IllegalArgumentException(
                        code() + " '" + value + "' can't be used: expected " + expected()));
    }

    private String expected() {
        return switch (kind) {
            case COLOUR -> "a color like " + standard;
            case LENGTH -> "pixels from " + least + "px to " + most + "px, like " + standard;
            case FONT -> "up to " + MOST_FAMILIES + " names of fonts like Georgia, serif";
        };
    }

    private Optional<String> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal pixels = new BigDecimal(matcher.group(1));
        boolean fits =
                pixels.compareTo(BigDecimal.valueOf(least)) >= 0 && pixels.compareTo(BigDecimal.valueOf(most)) <= 0;
        String written =
                pixels.signum() == 0 ? "0" : pixels.stripTrailingZeros().toPlainString();
        return Optional.of(written + "px").filter(each -> fits);
    }

    private static Optional<String> font(String text) {
        List<String> families =
                Stream.of(text.split(",", -1)).map(LookToken::family).toList();
        boolean fits = families.size() <= MOST_FAMILIES
                && families.stream().allMatch(each -> FAMILY.matcher(each).matches())
                && (families.size() == 1 || !families.contains("inherit"));
        return Optional.of(families.stream().map(LookToken::quoted).collect(Collectors.joining(", ")))
                .filter(each -> fits);
    }

    private static String family(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() > 1
                && (bare.startsWith("\"") && bare.endsWith("\"") || bare.startsWith("'") && bare.endsWith("'"));
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static String quoted(String family) {
        return GENERIC.contains(family) ? family : '"' + family + '"';
    }
}
