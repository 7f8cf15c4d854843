package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client asks for and says of what it has: reading it ends with a value that keeps to the rules. */
class RequestFuzzTest {

    private static final String TAG = "\"abc-_0\"";

    @FuzzTest
    void anyAcceptEncodingIsRead(FuzzedDataProvider data) {
        gzip(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anyListOfEntityTagsIsRead(FuzzedDataProvider data) {
        matches(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anyQueryIsRead(FuzzedDataProvider data) {
        parses(data.consumeRemainingAsString());
    }

    @FuzzTest
    void aQueryIsReadAsItIsWritten(FuzzedDataProvider data) {
        readsBack(data.consumeString(20), data.consumeRemainingAsString());
    }

    /** The same checks on random pieces: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfTheirPiecesIsRead() {
        String[] pieces = {
            "gzip",
            "*",
            ";",
            ",",
            "q=",
            "0",
            "1",
            ".5",
            " ",
            "W/",
            TAG,
            "\"",
            "abc-_0",
            "&",
            "=",
            "%",
            "%41",
            "%ff",
            "+",
            "é",
            "\uD83D\uDE00",
            "x-gzip",
            "identity"
        };
        Random random = new Random(20261124);
        int gzip = 0;
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            gzip += gzip(text.toString()) ? 1 : 0;
            matches += matches(text.toString()) ? 1 : 0;
            parses(text.toString());
            readsBack(text.toString(), text.reverse().toString());
        }
        System.out.println("of 20000 headers " + gzip + " allow gzip, " + matches + " match a tag");
        assertThat(gzip).isBetween(1, 19_999);
        assertThat(matches).isBetween(1, 19_999);
    }

    /** Who never wrote "gzip" or "*" gets the bytes as they are. */
    private static boolean gzip(String header) {
        boolean allows = AcceptEncoding.allowsGzip(header);
        assertThat(allows && !header.matches("(?is).*(gzip|\\*).*")).as(header).isFalse();
        return allows;
    }

    private static boolean matches(String header) {
        boolean match = EntityTags.match(header, TAG);
        assertThat(match)
                .as(header)
                .isIn(false, header.contains(TAG) || header.strip().equals("*"));
        return match;
    }

    private static void parses(String raw) {
        Query query = Query.parse(raw);
        assertThat(query.parameters().values()).noneMatch(java.util.List::isEmpty);
        query.parameters()
                .keySet()
                .forEach(name -> assertThat(query.first(name)).isNotEqualTo(java.util.Optional.of("")));
    }

    /** Half a pair of surrogates has no form in UTF-8, and a name that is empty with its value makes no pair. */
    private static void readsBack(String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(name, value);
        parameters.put("more", "");
        String written = Query.written(parameters);
        assertThat(written).matches("\\?[A-Za-z0-9*._%+=&-]*");
        if ((name + "|" + value).codePoints().noneMatch(each -> each >= 0xD800 && each <= 0xDFFF)) {
            assertThat(Query.parse(written.substring(1)).parameters().get(name)).contains(value);
        }
    }
}
