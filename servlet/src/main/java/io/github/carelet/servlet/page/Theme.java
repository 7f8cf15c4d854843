package io.github.carelet.servlet.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which colours a page has, where it does not leave that to the visitor's own choice. */
public enum Theme {
    /** Dark text on a light ground. */
    LIGHT,
    /** Light text on a dark ground. */
    DARK;

    /** The parameter of addresses that says it. */
    public static final String PARAMETER = "theme";

    /** As the visitor's system has it: the same as nothing said. */
    private static final String AUTO = "auto";

    /** Returns the theme of a code; empty for {@code auto}, and for what means nothing. */
    public static Optional<Theme> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** Returns whether a code means something. */
    public static boolean isKnown(String code) {
        return code.equals(AUTO) || of(code).isPresent();
    }

    /** Returns {@code light} or {@code dark}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
