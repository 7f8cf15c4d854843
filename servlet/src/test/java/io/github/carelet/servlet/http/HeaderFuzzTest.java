package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a client puts into a header, reading it ends with a value. */
class HeaderFuzzTest {

    @FuzzTest
    void anyHeaderIsRead(FuzzedDataProvider data) {
        reads(data.consumeRemainingAsString());
    }

    /** The same check on random pieces of such headers: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfTheirPiecesIsRead() {
        String[] pieces = {
            ";", ",", "/", "q=", "1", "0.5", "*", "text", "html", "charset", "=", "\"", " ", "utf-8", "é", "q=1e9"
        };
        Random random = new Random(20261123);
        int types = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                header.append(pieces[random.nextInt(pieces.length)]);
            }
            types += reads(header.toString()) ? 1 : 0;
        }
        System.out.println("headers that name a type: " + types + " of 20000");
        assertThat(types).isBetween(1, 19_999);
    }

    private static boolean reads(String header) {
        assertThat(Accept.parse(header).quality("text/html")).isBetween(0.0, 1.0);
        return MediaType.of(List.of(header)).isPresent();
    }
}
