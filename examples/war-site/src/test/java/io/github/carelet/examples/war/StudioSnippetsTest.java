package io.github.carelet.examples.war;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.catalina.LifecycleException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the studio says to paste into JSP and Java is pasted, and run in the application that Carelet runs in. */
class StudioSnippetsTest {

    private static final String FORM = "booking&treatment=physical-therapy&location=main";

    private static final String PARTNERS = "\"partners\": {\"news\": {\"origins\": [\"https://news.example\"],"
            + " \"look\": {\"accent\": \"#7a1f5c\"}}}, ";

    @TempDir
    static Path folder;

    private static Path application;
    private static Site site;

    @BeforeAll
    static void start() throws IOException, LifecycleException {
        application = folder.resolve("application");
        copy(Path.of("src/main/webapp"), application);
        Path settings = application.resolve("WEB-INF/carelet.json");
        Files.writeString(
                settings, Files.readString(settings).replaceFirst("\\{", "{\"openStudio\": true, " + PARTNERS));
        site = Site.start(folder, application);
    }

    @AfterAll
    static void stop() throws LifecycleException {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"treatments", "treatments/physical-therapy", "conditions/sciatica", "locations/main", "clinic"})
    void contentIsShownAsItIsToEverybody(String content) throws Exception {
        String fragment =
                site.get("/clinic/carelet/fragments/" + content + "?lang=en").body();
        assertThat(fragment).contains("data-carelet=\"" + content.split("/", 2)[0] + "\"");

        String page = jsp(snippet("jsp", content));
        assertThat(page).contains(fragment);
        Element sheet = Jsoup.parse(page).expectFirst("link[rel=stylesheet][integrity^=sha384-]");
        assertThat(site.get(sheet.attr("href")).statusCode()).isEqualTo(200);
        assertThat(java(snippet("java", content))).isEqualTo(fragment);
    }

    @Test
    void contentOfAPartnerIsInThePartnersLook() throws Exception {
        String page = jsp(snippet("jsp", "treatments&partner=news"));
        String sheet = site.get(Jsoup.parse(page)
                        .expectFirst("link[rel=stylesheet][integrity^=sha384-]")
                        .attr("href"))
                .body();
        assertThat(sheet).contains("#7a1f5c");
        String plain = Jsoup.parse(jsp(snippet("jsp", "treatments")))
                .expectFirst("link[rel=stylesheet]")
                .attr("href");
        assertThat(site.get(plain).body()).as("the control").doesNotContain("#7a1f5c");
    }

    @Test
    void theFormStandsInItsFrame() throws Exception {
        String page = jsp(snippet("jsp", FORM));
        Element script = Jsoup.parse(page).expectFirst("script[integrity^=sha384-]");
        assertThat(site.get(script.attr("src")).statusCode()).isEqualTo(200);

        for (String html : List.of(page, java(snippet("java", FORM)))) {
            Element form = Jsoup.parse(html).expectFirst("carelet-booking[treatment=physical-therapy][location=main]");
            assertThat(form.expectFirst("iframe").attr("src"))
                    .isEqualTo("https://maple.example/carelet/book?treatment=physical-therapy&location=main&lang=en");
        }
    }

    @Test
    void whatIsWrittenWrongIsSeenToBe() throws Exception {
        String fragment = site.get("/clinic/carelet/fragments/treatments/physical-therapy?lang=en")
                .body();
        String tag = snippet("jsp", "treatments/physical-therapy").replace("physical-therapy", "nothing");
        assertThat(jsp(tag)).doesNotContain(fragment);
        String call = snippet("java", "treatments/physical-therapy").replace("physical-therapy", "nothing");
        assertThat(java(call)).isNotEqualTo(fragment);
    }

    private static String snippet(String kind, String shown) throws IOException, InterruptedException {
        HttpResponse<String> studio = site.get("/clinic/carelet/studio?lang=en&show=" + shown);
        return Jsoup.parse(studio.body()).expectFirst("#snippet-" + kind).wholeText();
    }

    /** Nothing but the text and the kind of file it is in. */
    private static String jsp(String snippet) throws IOException, InterruptedException {
        Path page = Files.createTempFile(application, "pasted", ".jsp");
        Files.writeString(
                page, "<%@ page contentType=\"text/html;charset=UTF-8\" session=\"false\" %>\n" + snippet + "\n");
        HttpResponse<String> shown = site.get("/clinic/" + page.getFileName());
        assertThat(shown.statusCode()).as(snippet).isEqualTo(200);
        return shown.body();
    }

    /** The text is the body of a method of a servlet's, with what it needs imported. */
    private static String java(String snippet) throws IOException, ReflectiveOperationException {
        String source = """
                import io.github.carelet.servlet.Fragments;
                import jakarta.servlet.ServletContext;
                import java.util.Map;
                public final class Pasted implements java.util.function.Function<ServletContext, String> {
                  public String apply(ServletContext servletContext) {
                    %s
                    return html;
                  }
                }
                """.replace("%s", snippet);
        Path classes = Files.createTempDirectory(folder, "classes");
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(complaints, null, null, options, null, List.of(new Source(source)))
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, StudioSnippetsTest.class.getClassLoader())) {
            @SuppressWarnings("unchecked")
            Function<ServletContext, String> pasted = (Function<ServletContext, String>)
                    loader.loadClass("Pasted").getConstructor().newInstance();
            return pasted.apply(site.context().getServletContext());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** A class that is nowhere but here. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Pasted.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
