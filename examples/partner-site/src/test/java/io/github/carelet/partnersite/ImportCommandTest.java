package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.carelet.catalog.CatalogReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String PAGE = "<html lang=en><title>Knee care | Hilltop Clinic</title><main><h1>Knee care</h1>"
            + "<p>We look at how you walk before we look at any picture of your knee.</p></main>"
            + "<footer><p>12 Elm St, Reno, NV 89501</p><p>(775) 555-0100</p></footer>";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void writesADraftThatIsACatalogueAndThreeReports() throws IOException {
        Path page = Files.writeString(folder.resolve("knee.html"), PAGE);

        int code = run(
                "import", page.toString(), "--out", folder.resolve("new/draft").toString());

        assertThat(code).isZero();
        Path draft = folder.resolve("new/draft");
        assertThat(draft.resolve("report.json")).content().contains("\"coverage\"", "/articles/0/headline");
        assertThat(draft.resolve("report.txt")).content().contains("% covered");
        assertThat(draft.resolve("report.html")).content().startsWith("<!doctype html>");
        assertThat(CatalogReader.strict().read(draft).errors())
                .as("the folder, reports beside the draft")
                .isEmpty();
        assertThat(text(err)).isEqualTo("1/1 " + page + "\n");
        assertThat(text(out)).contains("100.0 % covered");
    }

    @Test
    void fetchesPagesAndGoesOnWhereOneIsMissing() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean found = exchange.getRequestURI().getPath().equals("/knee");
            byte[] body = found ? PAGE.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(found ? 200 : 404, found ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            int code = run("import", base + "/gone", base + "/knee", "--out", folder.toString());

            assertThat(code).isZero();
            assertThat(text(err)).contains("1/2 " + base + "/gone: ", "404", "2/2 " + base + "/knee\n");
            assertThat(folder.resolve("clinic.json")).content().contains("\"canonicalUrl\" : \"" + base + "/knee\"");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereNothingIsRecognisedThereIsNoDraftAndTheReportSaysWhy() {
        int code = run("import", folder.resolve("missing.html").toString(), "--out", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(folder.resolve("clinic.json")).doesNotExist();
        assertThat(folder.resolve("report.json")).content().contains("it can't be read (NoSuchFileException)");
    }

    @Test
    void badArgumentsAreExitCodeTwo() {
        assertThat(run("import", "a.html")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("import lacks --out DIR\n");
    }

    private int run(String... arguments) {
        return new Demo(print(out), print(err)).run(arguments);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream of) {
        return of.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
