package io.github.carelet.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.carelet.Carelet;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a web application finds of the Carelets mounted in it, by its context and by includes. */
class MountTest {

    private final Carelet carelet = Carelet.builder(ClassPathSource.of(
                    MountTest.class.getClassLoader(),
                    List.of("io/github/carelet/servlet/fragment/clinic.json"),
                    CatalogReader.withSamples()))
            .contentOnly()
            .build();
    private final Tomcat tomcat = new Tomcat();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        carelet.close();
    }

    @Test
    void theOnlyOneIsFoundWithItsPath() throws Exception {
        ServletContext context = start("/app", "one", "/care/let/*");

        assertThat(Fragments.in(context).html("treatments")).contains("\"/app/care/let/pages/treatments/therapy\"");
        assertThat(Fragments.in(context, "one").html("treatments"))
                .isEqualTo(Fragments.in(context).html("treatments"));
    }

    @Test
    void ofTwoOneMustBeNamed() throws Exception {
        ServletContext context = start("", "one", "/a/*", "two", "/b/*");

        assertThatIllegalStateException()
                .isThrownBy(() -> Fragments.in(context))
                .withMessageContaining("[one, two]");
        assertThat(Fragments.in(context, "two").html("treatments")).contains("\"/b/pages/treatments/therapy\"");
        assertThatIllegalStateException()
                .isThrownBy(() -> Fragments.in(context, "three"))
                .withMessageContaining("'three'")
                .withMessageContaining("[one, two]");
    }

    @Test
    void whatIsNotInServiceAnyMoreIsNotFound() throws Exception {
        ServletContext context = start("", "one", "/a/*");
        ((Wrapper) tomcat.getHost().findChildren()[0].findChild("one")).unload();

        assertThatIllegalStateException()
                .isThrownBy(() -> Fragments.in(context))
                .withMessageContaining("[]");
    }

    @Test
    void aFragmentCanBeIncludedAndNothingElseCan() throws Exception {
        start("/app", "one", "/care/*");

        HttpResponse<String> page = get("/app/page?of=/care/fragments/treatments%3Fview%3Dcard");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<main><div class=\"carelet\"").endsWith("</div></main>");
        assertThat(page.headers().map()).doesNotContainKeys("etag", "access-control-allow-origin");

        assertThat(get("/app/page?of=/care/health").statusCode()).isEqualTo(500);
        assertThat(get("/app/care/health").statusCode()).isEqualTo(200);
    }

    private ServletContext start(String contextPath, String... namesAndMappings) throws LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext(contextPath, null);
        context.addServletContainerInitializer((classes, host) -> mount(host, namesAndMappings), Set.of());
        tomcat.start();
        return context.getServletContext();
    }

    private void mount(ServletContext host, String... namesAndMappings) {
        for (int i = 0; i < namesAndMappings.length; i += 2) {
            ServletRegistration.Dynamic mounted = host.addServlet(namesAndMappings[i], new CareletServlet(carelet));
            mounted.setLoadOnStartup(1);
            mounted.addMapping(namesAndMappings[i + 1]);
        }
        host.addServlet("page", new Page()).addMapping("/page");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .headers("Accept-Encoding", "gzip", "If-None-Match", "*")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** A page of the host with something of ours in it. */
    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            response.setContentType("text/html;charset=utf-8");
            response.getWriter().write("<main>");
            request.getRequestDispatcher(request.getParameter("of")).include(request, response);
            response.getWriter().write("</main>");
        }
    }
}
