package io.github.carelet.servlet.studio;

import io.github.carelet.Look;
import io.github.carelet.LookToken;
import io.github.carelet.Partner;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Query;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Document;
import io.github.carelet.servlet.page.Templates;
import io.github.carelet.servlet.page.Theme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Draws where a look is tried, and the samples in it. */
final class LookPages {

    /** The parameter that asks for one of these in place of the studio. */
    static final String VIEW = "view";

    static final String LOOK = "look";
    static final String SAMPLE = "sample";

    private final Templates templates;
    private final Assets assets;
    private final StudioPages pages;

    LookPages(Templates templates, Assets assets, StudioPages pages) {
        this.templates = templates;
        this.assets = assets;
        this.pages = pages;
    }

    /** Returns the address of the page, for a partner or for nobody in particular. */
    static String href(String path, Optional<String> partner) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(VIEW, LOOK);
        partner.ifPresent(id -> parameters.put("partner", id));
        return path + Query.written(parameters);
    }

    /**
     * Draws the page.
     *
     * @param partner whose look it begins with
     */
    byte[] page(Exchange exchange, Messages words, Optional<Partner> partner) {
        String path = exchange.base() + exchange.path();
        LookForm form =
                LookForm.read(exchange.query(), partner.map(Partner::look).orElse(Look.STANDARD));
        LookWords said = new LookWords(words);
        Optional<String> known = exchange.query().first("partner").filter(id -> partner.isPresent());
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(VIEW, LOOK);
        known.ifPresent(id -> kept.put("partner", id));
        LookPage page = new LookPage(
                pages.document(exchange, words, words.text("studio.look")),
                words,
                new LookPage.Target(path, kept, path, href(path, known)),
                groups(form, said),
                said.problems(form),
                said.facts(form.look()),
                css(form.look()),
                samples(path, form.look(), words));
        return templates.render("studio/look.jte", page);
    }

    /** Draws a sample of what an address asks for; what can't be used in it is as usual. */
    byte[] sample(Exchange exchange, Messages words) {
        Query query = exchange.query();
        Look look = LookForm.read(query, Look.STANDARD).look();
        String title = words.text("studio.look.sample");
        Document document = new Document(
                        words.language(), words.direction(), title, assets.stylesheet(exchange.base(), look), false)
                .in(query.first(Theme.PARAMETER).flatMap(Theme::of));
        return templates.render("studio/sample.jte", new LookSample(document, words, pages.clinic(words)));
    }

    private static List<LookPage.Group> groups(LookForm form, LookWords said) {
        Predicate<LookToken> colour = token -> token.kind() == LookToken.Kind.COLOUR;
        return List.of(
                group("light", colour.and(token -> !token.isDark()), form, said),
                group("dark", LookToken::isDark, form, said),
                group("shape", colour.negate(), form, said));
    }

    private static LookPage.Group group(String key, Predicate<LookToken> belongs, LookForm form, LookWords said) {
        List<LookPage.Field> fields = Stream.of(LookToken.values())
                .filter(belongs)
                .map(token -> new LookPage.Field(
                        token,
                        said.name(token),
                        form.look().value(token),
                        form.wrong().contains(token)))
                .toList();
        return new LookPage.Group(said.words().text("studio.look." + key), fields);
    }

    private static Optional<String> css(Look look) {
        return look.isStandard()
                ? Optional.empty()
                : Optional.of(":root {\n  " + look.css().replace("\n", "\n  ") + "\n}");
    }

    private static List<LookPage.Sample> samples(String path, Look look, Messages words) {
        List<LookPage.Sample> samples = new ArrayList<>();
        for (String width : List.of("phone", "desktop")) {
            for (Theme theme : Theme.values()) {
                Map<String, String> parameters = new LinkedHashMap<>();
                parameters.put(VIEW, SAMPLE);
                parameters.put(Theme.PARAMETER, theme.code());
                parameters.putAll(look.named());
                String heading = words.text(
                        "studio.look.sample.of",
                        words.text("studio.preview." + width),
                        words.text("studio.look." + theme.code()));
                samples.add(new LookPage.Sample(
                        width + "-" + theme.code(), heading, width.equals("phone"), path + Query.written(parameters)));
            }
        }
        return samples;
    }
}
