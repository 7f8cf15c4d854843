package io.github.carelet.servlet.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/**
 * The templates of {@code src/main/jte}, compiled with the library: each takes one typed model and gives bytes. The
 * engine escapes every value for the place where it stands. Safe for use by many threads.
 */
public final class Templates {

    private static final String PACKAGE = "io.github.carelet.servlet.templates";

    private final TemplateEngine engine;

    private Templates(TemplateEngine engine) {
        this.engine = engine;
    }

    /** Returns the templates that came with the library. */
    public static Templates precompiled() {
        ClassLoader own = Templates.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Whatever it is given, the engine looks where the thread does, and a container's thread may not see the
        // library.
        thread.setContextClassLoader(own);
        try {
            return new Templates(TemplateEngine.createPrecompiled(null, ContentType.Html, own, PACKAGE));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Renders a template.
     *
     * @param name its path below {@code src/main/jte}, such as {@code form/request.jte}
     * @param model the value of its only parameter
     * @return UTF-8
     */
    public byte[] render(String name, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(name, model, output);
        return output.toByteArray();
    }

    /** Returns a template with its model as content for another template, rendered when that one gets to it. */
    public Content content(String name, Object model) {
        return output -> engine.render(name, model, output);
    }
}
