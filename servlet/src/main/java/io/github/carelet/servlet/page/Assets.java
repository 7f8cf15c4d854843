package io.github.carelet.servlet.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The files that pages load: one stylesheet, made of a few parts. Immutable and safe for use by many threads. */
public final class Assets {

    private static final List<String> PARTS = List.of("css/tokens.css", "css/content.css", "css/booking.css");

    private final Asset stylesheet;

    private Assets(Asset stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** Reads the files that came with the library. */
    public static Assets load() {
        ByteArrayOutputStream css = new ByteArrayOutputStream();
        PARTS.forEach(part -> css.writeBytes(read(part)));
        return new Assets(Asset.of("carelet", "css", "text/css;charset=utf-8", css.toByteArray()));
    }

    /** Returns every asset. */
    public List<Asset> all() {
        return List.of(stylesheet);
    }

    /** Returns the asset of a file name. */
    public Optional<Asset> named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * Returns the stylesheet as it is linked to.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Stylesheet stylesheet(String base) {
        return new Document.Stylesheet(stylesheet.href(base), stylesheet.integrity());
    }

    private static byte[] read(String part) {
        try (InputStream file = Assets.class.getResourceAsStream(part)) {
            if (file == null) {
                throw new IllegalStateException("the library lacks " + part);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + part, e);
        }
    }
}
