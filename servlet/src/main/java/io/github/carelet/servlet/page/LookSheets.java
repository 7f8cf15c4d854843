package io.github.carelet.servlet.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.servlet.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stylesheet in other looks. Its address holds the hash of the one and all that the other sets: it never changes, and
 * needs nobody to remember it. A look takes the place of the standard values, so that what a page around sets still goes
 * before both. Safe for use by many threads.
 */
final class LookSheets {

    private static final int MOST = 64;
    private static final Pattern USE = Pattern.compile("var\\((--carelet-[a-z-]+), [^()]+\\)");

    private final Asset standard;
    private final String css;
    private final Cache<Look, Asset> made =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    LookSheets(Asset standard, String css) {
        this.standard = standard;
        this.css = css;
    }

    /** Returns the stylesheet in a look. */
    Asset of(Look look) {
        return look.isStandard() ? standard : made.get(look, this::make);
    }

    /** Returns the look that an address asks for; what is no token is ignored. */
    static Look read(Query query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (LookToken token : LookToken.values()) {
            query.first(token.code()).ifPresent(value -> values.put(token.code(), value));
        }
        return Look.of(values);
    }

    private Asset make(Look look) {
        Matcher uses = USE.matcher(css);
        String changed = uses.replaceAll(use -> Matcher.quoteReplacement(LookToken.of(use.group(1))
                .filter(look.values()::containsKey)
                .map(token -> "var(" + token.property() + ", " + look.value(token) + ")")
                .orElse(use.group())));
        return standard.varied(Query.written(look.named()), changed.getBytes(StandardCharsets.UTF_8));
    }
}
