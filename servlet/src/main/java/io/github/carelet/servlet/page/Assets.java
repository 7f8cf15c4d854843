package io.github.carelet.servlet.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that pages load: one stylesheet, made of a few parts, and the scripts. Immutable and safe for use by many
 * threads.
 */
public final class Assets {

    private static final List<String> PARTS =
            List.of("css/tokens.css", "css/content.css", "css/booking.css", "css/embed.css");

    /** The scripts of every document of the booking flow, in the order in which they run. Each step works without them. */
    private static final List<String> OF_BOOKING = List.of("frame");

    private final Asset stylesheet;
    private final Asset embed;
    private final List<Asset> ofBooking;

    private Assets(Asset stylesheet, Asset embed, List<Asset> ofBooking) {
        this.stylesheet = stylesheet;
        this.embed = embed;
        this.ofBooking = ofBooking;
    }

    /** Reads the files that came with the library. */
    public static Assets load() {
        String css = PARTS.stream().map(Assets::read).collect(Collectors.joining());
        return new Assets(
                Asset.of("carelet", "css", "text/css;charset=utf-8", bytes(css)),
                script("embed"),
                OF_BOOKING.stream().map(Assets::script).toList());
    }

    /** Returns every asset. */
    public List<Asset> all() {
        return Stream.concat(Stream.of(stylesheet, embed), ofBooking.stream()).toList();
    }

    /** Returns the script of the elements for pages of other sites. */
    Asset embed() {
        return embed;
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

    /**
     * Returns the scripts of a document of the booking flow.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public List<Document.Script> ofBooking(String base) {
        return ofBooking.stream()
                .map(each -> new Document.Script(each.href(base), each.integrity()))
                .toList();
    }

    private static Asset script(String stem) {
        return Asset.of(
                stem, "js", "text/javascript;charset=utf-8", bytes(ScriptSource.packed(read("js/" + stem + ".js"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String part) {
        try (InputStream file = Assets.class.getResourceAsStream(part)) {
            if (file == null) {
                throw new IllegalStateException("the library lacks " + part);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + part, e);
        }
    }
}
