package io.github.carelet.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Finds out what the bytes of a source are, and reads them. */
final class Decoding {

    enum Form {
        HTML,
        TEXT,
        OTHER
    }

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)");
    private static final Pattern META = Pattern.compile("(?i)<meta\\b[^>]{0,200}charset");
    private static final Pattern MARKUP =
            Pattern.compile("(?i)<(!doctype|html|head|body|main|article|section|div|p|h[1-6]|ul|table|meta|span|a)\\b");
    private static final int LOOKED_AT = 4_096;

    private Decoding() {}

    static Form form(ImportSource source) {
        String type = source.contentType().toLowerCase(Locale.ROOT);
        byte[] content = source.content();
        if (isBinary(content)) {
            return Form.OTHER;
        }
        if (type.contains("html")) {
            return Form.HTML;
        }
        String name = source.name().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/plain") || type.isEmpty() && name.endsWith(".txt")) {
            return Form.TEXT;
        }
        if (!type.isEmpty() && !type.startsWith("text/") && !type.contains("xml") && !type.contains("octet-stream")) {
            return Form.OTHER;
        }
        boolean named = name.matches(".*\\.(x?html?|php|aspx?)");
        return named || MARKUP.matcher(start(content)).find() ? Form.HTML : Form.TEXT;
    }

    /** Reads HTML: by its byte order mark, the sender's word, its own word, else as UTF-8 or what old pages are in. */
    static Document html(ImportSource source, int depth) {
        byte[] content = source.content();
        Optional<Charset> said = charset(source.contentType());
        boolean meta = META.matcher(start(content)).find();
        String name = said.map(Charset::name).orElse(null);
        if (name == null && !meta && !hasMark(content) && !isUtf8(content)) {
            name = "windows-1252";
        }
        Parser parser = Parser.htmlParser().setMaxDepth(depth);
        try {
            return Jsoup.parse(new ByteArrayInputStream(content), name, source.base(), parser);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can't fail to be read", e);
        }
    }

    static String text(ImportSource source) {
        byte[] content = source.content();
        Charset charset = mark(content)
                .or(() -> charset(source.contentType()))
                .orElseGet(() -> isUtf8(content) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
        String text = new String(content, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher found = CHARSET.matcher(contentType);
        try {
            return found.find() ? Optional.of(Charset.forName(found.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // the bytes themselves may say it better
        }
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Charset> mark(byte[] content) {
        if (startsWith(content, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(content, 0xEF, 0xBB, 0xBF) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    private static boolean hasMark(byte[] content) {
        return mark(content).isPresent();
    }

    /** A zero byte is in no text that is not UTF-16. */
    private static boolean isBinary(byte[] content) {
        if (hasMark(content)) {
            return false;
        }
        for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return startsWith(content, '%', 'P', 'D', 'F') || startsWith(content, 'P', 'K', 3, 4);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
}
