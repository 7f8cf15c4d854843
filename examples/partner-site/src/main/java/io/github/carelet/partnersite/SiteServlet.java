package io.github.carelet.partnersite;

import io.github.carelet.Carelet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The partner site: plain HTML files with fragments of the clinic in them. It sets no cookie and needs no script. */
final class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** What is sent as it is: the file for each path. */
    private static final Map<String, String> FILES = Map.of(
            "/site/site.css", "/site/site.css", "/site/icon.svg", "/site/icon.svg", "/favicon.ico", "/site/icon.svg");

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /** What the page with Carelet's elements needs besides: their script, and what it fetches. No policy of Trusted Types. */
    private static final String ELEMENTS =
            "; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

    private final transient Carelet carelet;
    private final transient SiteContent content;

    SiteServlet(Carelet carelet, String mount) {
        this.carelet = carelet;
        this.content = new SiteContent(carelet, mount);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        String file = FILES.get(path);
        if (file != null) {
            response.setHeader("Cache-Control", "no-cache");
            write(response, file.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml", file(file));
            return;
        }
        answer(SiteRoute.of(path, carelet.publication().catalog()), Optional.empty(), response);
    }

    /** Only a search is sent by POST, so that its words are in no address and no log. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SiteRoute route =
                SiteRoute.of(request.getServletPath(), carelet.publication().catalog());
        if (route.page().equals("search")) {
            answer(route, Optional.ofNullable(request.getParameter("q")), response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void answer(SiteRoute route, Optional<String> words, HttpServletResponse response) throws IOException {
        Includes includes = new Includes(name -> page(route.language(), name), content.in(route.language(), words));
        String html = includes.fill(route.page(), route.values());
        response.setStatus(route.found() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setHeader("Cache-Control", words.isPresent() ? "no-store" : "no-cache");
        response.setHeader("Content-Security-Policy", route.page().equals("embedded") ? POLICY + ELEMENTS : POLICY);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        write(response, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String page(String language, String name) {
        try {
            return new String(file("/site/" + language + "/" + name + ".html"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream resource = SiteServlet.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new FileNotFoundException("the site has no " + path);
            }
            return resource.readAllBytes();
        }
    }
}
