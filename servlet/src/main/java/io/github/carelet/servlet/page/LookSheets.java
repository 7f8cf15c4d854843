package io.github.carelet.servlet.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.servlet.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stylesheet in other looks. The address of one says all that its look sets, and holds the hash of its bytes: it never
 * changes, and needs nobody to remember it. Both are in the path, since there are caches that leave a query out of account. A
 * look takes the place of the standard values, so that what a page around sets still goes before both. Safe for use by many
 * threads.
 */
final class LookSheets {

    private static final String STEM = "carelet";
    private static final int MOST = 64;
    private static final Pattern USE = Pattern.compile("var\\((--carelet-[a-z-]+), [^()]+\\)");
    private static final Pattern NAME = Pattern.compile("look/([A-Za-z0-9_-]{1,4096})/[^/]+");

    private final Asset standard;
    private final String css;
    private final BiFunction<String, String, Asset> sheet;
    private final Cache<Look, Asset> made =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /**
     * Makes them.
     *
     * @param css the stylesheet as it is without a look
     * @param sheet makes a stylesheet of the first part of its name and what it holds
     */
    LookSheets(String css, BiFunction<String, String, Asset> sheet) {
        this.standard = sheet.apply(STEM, css);
        this.css = css;
        this.sheet = sheet;
    }

    /** Returns the stylesheet without a look. */
    Asset standard() {
        return standard;
    }

    /** Returns the stylesheet in a look, and remembers it. */
    Asset of(Look look) {
        return look.isStandard() ? standard : made.get(look, this::make);
    }

    /** Returns the stylesheet of a name that {@link #of} gave to one; remembers nothing, since anybody can ask for any. */
    Optional<Asset> named(String name) {
        Matcher parts = NAME.matcher(name);
        return (parts.matches() ? read(parts.group(1)) : Optional.<Look>empty())
                .map(look -> Optional.ofNullable(made.getIfPresent(look)).orElseGet(() -> make(look)))
                .filter(asset -> asset.name().equals(name));
    }

    private static Optional<Look> read(String written) {
        try {
            Query query = Query.parse(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
            Map<String, String> values = new LinkedHashMap<>();
            query.parameters().forEach((token, each) -> values.put(token, String.join(",", each)));
            return Optional.of(Look.of(values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String written(Look look) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Query.joined(look.named()).getBytes(StandardCharsets.UTF_8));
    }

    private Asset make(Look look) {
        Matcher uses = USE.matcher(css);
        String changed = uses.replaceAll(use -> Matcher.quoteReplacement(LookToken.of(use.group(1))
                .filter(look.values()::containsKey)
                .map(token -> "var(" + token.property() + ", " + look.value(token) + ")")
                .orElse(use.group())));
        return sheet.apply("look/" + written(look) + "/" + STEM, changed);
    }
}
