package io.github.carelet.booking;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads {@code application/x-www-form-urlencoded} in UTF-8, as the URL Standard has it, but strictly. */
final class FormBody {

    private FormBody() {}

    static Submission parse(String body, int most) {
        FieldCollector fields = new FieldCollector(most);
        for (String pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.add(decode(name), decode(value));
            }
        }
        return fields.submission();
    }

    private static String decode(String text) {
        byte[] raw = utf8(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.write(hex(raw, i + 1) * 16 + hex(raw, i + 2));
                i += 2;
            } else {
                bytes.write(raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        return Utf8.decode(bytes.toByteArray());
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new MalformedSubmissionException("the form holds half a character");
        }
    }

    private static int hex(byte[] raw, int at) {
        int digit = at < raw.length ? Character.digit((char) raw[at], 16) : -1;
        if (digit < 0) {
            throw new MalformedSubmissionException("the form holds a '%' without two hexadecimal digits after it");
        }
        return digit;
    }
}
