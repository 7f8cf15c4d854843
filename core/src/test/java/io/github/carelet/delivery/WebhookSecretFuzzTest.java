package io.github.carelet.delivery;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class WebhookSecretFuzzTest {

    @FuzzTest
    void everyTextIsASecretOrRefused(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            WebhookSecret.parse(text).sign("m1", 0, "{}");
        } catch (IllegalArgumentException e) {
            if (text.length() > 12 && String.valueOf(e.getMessage()).contains(text)) {
                throw new AssertionError("the message repeats the secret", e);
            }
        }
    }
}
