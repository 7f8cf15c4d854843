package io.github.carelet.servlet.page;

import io.github.carelet.Look;
import io.github.carelet.Partner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that pages load: one stylesheet, made of a few parts, and the scripts; and both for the clinic's inbox. Immutable
 * and safe for use by many threads.
 */
public final class Assets {

    private static final List<String> PARTS =
            List.of("css/tokens.css", "css/content.css", "css/booking.css", "css/embed.css");
    private static final List<String> STAFF_PARTS = List.of("css/tokens.css", "css/staff.css", "css/studio.css");

    /** The scripts of every document of the booking flow, in the order in which they run. Each step works without them. */
    private static final List<String> OF_BOOKING = List.of("frame", "form");

    private final Asset stylesheet;
    private final LookSheets looks;
    private final Asset embed;
    private final List<Asset> ofBooking;
    private final Asset staffStylesheet = css("carelet-staff", joined(STAFF_PARTS));
    private final Asset staffScript = script("staff");
    private final Asset doctorScript = script("doctor");

    private Assets(String css, Asset embed, List<Asset> ofBooking) {
        this.looks = new LookSheets(css, Assets::css);
        this.stylesheet = looks.standard();
        this.embed = embed;
        this.ofBooking = ofBooking;
    }

    /** Reads the files that came with the library. */
    public static Assets load() {
        return new Assets(
                joined(PARTS),
                script("embed"),
                OF_BOOKING.stream().map(Assets::script).toList());
    }

    /** Returns every asset but the stylesheets in looks, of which there are as many as looks. */
    public List<Asset> all() {
        return Stream.concat(
                        Stream.of(stylesheet, embed, staffStylesheet, staffScript, doctorScript), ofBooking.stream())
                .toList();
    }

    /** Returns the script of the elements for pages of other sites. */
    Asset embed() {
        return embed;
    }

    /**
     * Returns the script of the elements under the name that holds its hash.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Script embedScript(String base) {
        return new Document.Script(embed.href(base), embed.integrity());
    }

    /** Returns the asset of a name. It may be a stylesheet in a look, which is in no list. */
    Optional<Asset> named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .or(() -> looks.named(name));
    }

    /**
     * Returns the stylesheet as it is linked to.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Stylesheet stylesheet(String base) {
        return stylesheet(base, Look.STANDARD);
    }

    /** Returns the stylesheet in a look, as it is linked to. */
    public Document.Stylesheet stylesheet(String base, Look look) {
        Asset looking = looks.of(look);
        return new Document.Stylesheet(looking.href(base), looking.integrity());
    }

    /** Returns the stylesheet as whoever comes through a partner is to see it. */
    public Document.Stylesheet stylesheet(String base, Optional<Partner> partner) {
        return stylesheet(base, partner.map(Partner::look).orElse(Look.STANDARD));
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

    /**
     * Returns the stylesheet of the clinic's inbox as it is linked to.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Stylesheet staffStylesheet(String base) {
        return new Document.Stylesheet(staffStylesheet.href(base), staffStylesheet.integrity());
    }

    /**
     * Returns the script of the clinic's inbox.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Script staffScript(String base) {
        return new Document.Script(staffScript.href(base), staffScript.integrity());
    }

    /**
     * Returns the script of the page that looks for what is in the way, and of its frame.
     *
     * @param base where the servlet is mounted, without a slash at the end
     */
    public Document.Script doctorScript(String base) {
        return new Document.Script(doctorScript.href(base), doctorScript.integrity());
    }

    private static String joined(List<String> parts) {
        return parts.stream().map(Assets::read).collect(Collectors.joining());
    }

    private static Asset css(String stem, String css) {
        return Asset.of(stem, "css", "text/css;charset=utf-8", bytes(css));
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
