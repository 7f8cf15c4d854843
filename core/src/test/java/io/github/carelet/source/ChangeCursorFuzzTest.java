package io.github.carelet.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

class ChangeCursorFuzzTest {

    /** Whatever comes, as it is or behind the encoding, it is a cursor that says the same again, or none. */
    @FuzzTest
    void aTextIsACursorOrNone(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
        check(Base64.getUrlEncoder().encodeToString(input));
    }

    private static void check(String text) {
        Optional<ChangeCursor> cursor = ChangeCursor.parse(text);
        if (cursor.isPresent() && !ChangeCursor.parse(cursor.get().toString()).equals(cursor)) {
            throw new AssertionError("not the same again: " + text);
        }
    }
}
