package io.github.carelet.examples.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What else one would use: a template engine that renders the same page on each request, as UTF-8. */
final class Peers {

    private Peers() {}

    /** Returns jte with precompiled templates. */
    static Supplier<byte[]> jte(Page page) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null,
                ContentType.Html,
                Peers.class.getClassLoader(),
                "io.github.carelet.examples.benchmarks.templates");
        return () -> {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render("page.jte", page, output);
            return output.toByteArray();
        };
    }

    /** Returns Thymeleaf with its template cache on, and the page as maps, which its expressions read fastest. */
    static Supplier<byte[]> thymeleaf(Page page) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Peers.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        org.thymeleaf.TemplateEngine engine = new org.thymeleaf.TemplateEngine();
        engine.setTemplateResolver(resolver);
        Map<?, ?> model = new ObjectMapper()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
                .convertValue(page, Map.class);
        return () -> engine.process("page", new Context(Locale.ROOT, Map.of("page", model)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
