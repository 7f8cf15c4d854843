package io.github.carelet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The colours, corners, distances and letters of a partner's pages and form, where they are not the standard ones. What a page
 * around sets itself by custom properties of the same names still holds there; but nothing of that page reaches into the form,
 * and this does. Two looks are equal if they look the same.
 *
 * <pre>{@code
 * new Partner("foothill", origins).looking(Look.of(Map.of("accent", "#7a1f5c", "radius", "0px")))
 * }</pre>
 *
 * @param values what differs from the standard, each written in the only way that {@link LookToken#read} writes it
 */
public record Look(Map<LookToken, String> values) {

    /** Nothing but the standard. */
    public static final Look STANDARD = new Look(Map.of());

    private static final int QUIET = 72;
    private static final int BORDER = 58;

    /** Reads each value, and leaves out what is the standard. */
    public Look {
        Map<LookToken, String> read = new EnumMap<>(LookToken.class);
        values.forEach((token, value) -> read.put(token, token.read(value)));
        read.entrySet().removeIf(each -> each.getValue().equals(each.getKey().standard()));
        values = Collections.unmodifiableMap(read);
    }

    /**
     * Reads a look from values by the names of their tokens, such as {@code accent}.
     *
     * @throws IllegalArgumentException if a name or a value means nothing; it says all that is wrong
     */
    public static Look of(Map<String, String> values) {
        Map<LookToken, String> read = new EnumMap<>(LookToken.class);
        List<String> problems = new ArrayList<>();
        values.forEach((name, value) -> {
            try {
                LookToken token = LookToken.of(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + name + "' is nothing of a look: expected one of " + names()));
                read.put(token, token.read(value));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Look(read);
    }

    /**
     * Reads a look from declarations of custom properties, with or without the rule around them: {@link #css()} and what the
     * studio gives to copy.
     *
     * @throws IllegalArgumentException if there is anything else
     */
    public static Look parse(String css) {
        Map<String, String> values = new LinkedHashMap<>();
        String inner = css.substring(css.indexOf('{') + 1).strip();
        for (String declaration : (inner.endsWith("}") ? inner.substring(0, inner.length() - 1) : inner).split(";")) {
            int colon = declaration.indexOf(':');
            if (!declaration.isBlank()) {
                values.put(
                        declaration.substring(0, Math.max(colon, 0)).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
        return of(values);
    }

    /** Returns what holds for a token, set or standard. */
    public String value(LookToken token) {
        return values.getOrDefault(token, token.standard());
    }

    /** Returns whether nothing is set. */
    public boolean isStandard() {
        return values.isEmpty();
    }

    /** Returns what is set by the names of the tokens, always in the same order. */
    public Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((token, value) -> named.put(token.code(), value));
        return Collections.unmodifiableMap(named);
    }

    /** Returns what is set as declarations of custom properties, a line for each. */
    public String css() {
        return values.entrySet().stream()
                .map(each -> each.getKey().property() + ": " + each.getValue() + ";")
                .collect(Collectors.joining("\n"));
    }

    /** Returns how well everything can be told from what it stands on, in the light and in the dark. */
    public List<Contrast> contrasts() {
        List<Contrast> contrasts = new ArrayList<>(contrasts(false));
        contrasts.addAll(contrasts(true));
        return List.copyOf(contrasts);
    }

    /**
     * Returns the same look, once it can be read by all.
     *
     * @throws IllegalArgumentException if something can't be told from what it stands on; it says all that can't
     */
    Look legible() {
        String problems = contrasts().stream()
                .filter(each -> !each.isEnough())
                .map(Look::problem)
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems);
        }
        return this;
    }

    private List<Contrast> contrasts(boolean dark) {
        Colour ink = colour(dark ? LookToken.INK_DARK : LookToken.INK);
        Colour paper = colour(dark ? LookToken.PAPER_DARK : LookToken.PAPER);
        Colour accent = colour(dark ? LookToken.ACCENT_DARK : LookToken.ACCENT);
        return List.of(
                Contrast.of(Contrast.What.TEXT, dark, ink, paper),
                Contrast.of(Contrast.What.QUIET, dark, ink.mixed(QUIET, paper), paper),
                Contrast.of(Contrast.What.LINK, dark, accent, paper),
                Contrast.of(
                        Contrast.What.BUTTON,
                        dark,
                        colour(dark ? LookToken.ON_ACCENT_DARK : LookToken.ON_ACCENT),
                        accent),
                Contrast.of(
                        Contrast.What.SUCCESS, dark, colour(dark ? LookToken.SUCCESS_DARK : LookToken.SUCCESS), paper),
                Contrast.of(
                        Contrast.What.WARNING, dark, colour(dark ? LookToken.WARNING_DARK : LookToken.WARNING), paper),
                Contrast.of(Contrast.What.DANGER, dark, colour(dark ? LookToken.DANGER_DARK : LookToken.DANGER), paper),
                Contrast.of(Contrast.What.BORDER, dark, ink.mixed(BORDER, paper), paper));
    }

    private Colour colour(LookToken token) {
        return Colour.read(value(token)).orElseThrow();
    }

    private static String problem(Contrast contrast) {
        return contrast.what().name().toLowerCase(Locale.ROOT) + " " + contrast.front() + " on " + contrast.back()
                + (contrast.dark() ? " in the dark" : "") + " has a contrast of " + ratio(contrast.hundredths())
                + ": expected at least " + ratio(contrast.what().least());
    }

    private static String ratio(int hundredths) {
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + ":1";
    }

    private static String names() {
        return List.of(LookToken.values()).stream().map(LookToken::code).collect(Collectors.joining(", "));
    }
}
