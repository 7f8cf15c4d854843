package io.github.carelet.examples.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.source.ClassPathSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a patient does, wherever Carelet is mounted, in the container that this JVM has. The build runs it once for each. */
class HostScenarioTest {

    /** A name that a wrong encoding anywhere on the way breaks. */
    private static final String NAME = "Zoë İğdır 王";

    private static final Browser BROWSER = new Browser();
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final Map<String, URI> MOUNTS = new TreeMap<>();

    @TempDir
    private static Path folder;

    private static Container container;

    @BeforeAll
    static void start() throws Exception {
        container = opened(Container.start(Files.createDirectory(folder.resolve("container"))));
        PrefixProxy proxy = opened(new PrefixProxy());
        Path uploads = Files.createDirectory(folder.resolve("uploads"));
        Carelet here = opened(carelet("here").build());
        Carelet proxied = opened(carelet("proxied").publicUrl(proxy.address()).build());
        opened(container.deploy("", new HostSite(Map.of("", here, "/a/b", here), uploads)));
        opened(container.deploy("/clinic", new HostSite(Map.of("/care", here, "/inner", proxied), uploads)));
        proxy.leadTo(container.address().resolve("/clinic/inner"));
        MOUNTS.put("/*", container.address());
        MOUNTS.put("/a/b/*", container.address().resolve("/a/b"));
        MOUNTS.put("/care/* of the context /clinic", container.address().resolve("/clinic/care"));
        MOUNTS.put("behind a proxy's prefix", proxy.address());
    }

    private static <T extends AutoCloseable> T opened(T one) {
        OPEN.add(0, one);
        return one;
    }

    private static CareletBuilder carelet(String name) {
        return Carelet.builder(ClassPathSource.of(
                        HostScenarioTest.class.getClassLoader(), List.of("clinic.json"), CatalogReader.withSamples()))
                .storage(folder.resolve(name))
                .keys(KeyRing.ephemeral())
                .clock(() -> Instant.parse("2026-11-30T18:00:00Z"))
                .withoutLimits();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    static Stream<String> mounts() {
        return Stream.of("/*", "/a/b/*", "/care/* of the context /clinic", "behind a proxy's prefix");
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void aFragmentIsShownWithLinksThatLeadSomewhere(String mount) throws Exception {
        URI base = base(mount);
        HttpResponse<String> fragment = BROWSER.get(at(base, "/fragments/treatments/physical-therapy"));
        String preload = fragment.headers().firstValue("Link").orElseThrow().replaceAll("<([^>]*)>.*", "$1");

        assertThat(fragment.statusCode()).isEqualTo(200);
        assertThat(BROWSER.get(base.resolve(preload)).statusCode()).as(preload).isEqualTo(200);
        Document page = BROWSER.open(at(base, "/pages/treatments/physical-therapy"));
        List<String> links = page.select("[href], [src]").stream()
                .map(each -> each.hasAttr("href") ? each.absUrl("href") : each.absUrl("src"))
                .filter(link -> link.startsWith("http"))
                .map(link -> link.replaceAll("#.*", ""))
                .distinct()
                .toList();
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith(base + "/"));
        for (String link : links) {
            assertThat(BROWSER.get(URI.create(link)).statusCode()).as(link).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void aVisitIsRequestedSeenAndCancelledWithoutAScript(String mount) throws Exception {
        URI base = base(mount);
        FormElement form = filled(base, "626-555-0142");
        HttpResponse<String> refused = BROWSER.submit(form);
        FormElement again = form(Jsoup.parse(refused.body(), base.toString()));
        check(again, "consent");
        HttpResponse<String> sent = BROWSER.submit(again);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(again.expectFirst("[name=givenName]").val()).isEqualTo(NAME);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        URI manage =
                base.resolve(sent.headers().firstValue("Location").orElseThrow().replaceAll("#.*", ""));
        assertThat(manage.toString()).startsWith(base + "/bookings/");
        assertThat(BROWSER.get(URI.create(manage + "/calendar.ics")).statusCode())
                .isIn(200, 404);
        FormElement cancel = (FormElement) BROWSER.open(manage).expectFirst("form[action*=/cancel]");
        HttpResponse<String> cancelled = BROWSER.submit(cancel);
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(303);
        assertThat(BROWSER.open(manage).select("form[action*=/cancel]")).isEmpty();
        assertThat(Stream.of(refused, sent, cancelled).flatMap(each -> each.headers().allValues("Set-Cookie").stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void nothingIsUploaded(String mount) throws Exception {
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhello\r\n--x--\r\n";
        HttpResponse<String> answer = BROWSER.send(HttpRequest.newBuilder(at(base(mount), "/bookings"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(415);
        // A filter of the host had the container read it; what was read for that goes when the request is over.
        int asked = 0;
        while (uploaded() > 0 && asked++ < 1000) {
            BROWSER.get(at(base(mount), "/health"));
        }
        assertThat(uploaded()).isZero();
    }

    private static long uploaded() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.count();
        }
    }

    @Test
    void theHostKeepsItsSessionAndItsTokens() throws Exception {
        URI own = container.address().resolve(HostSite.OWN);
        HttpResponse<String> page = BROWSER.get(own);
        String session = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        FormElement form = form(Jsoup.parse(page.body(), own.toString()));

        assertThat(BROWSER.post(form).statusCode()).isEqualTo(403);
        assertThat(BROWSER.post(form, "Cookie", session).statusCode()).isEqualTo(200);
    }

    @Test
    void twoCareletsOfOneApplicationDoNotNotice() throws Exception {
        URI one = container.address().resolve("/clinic/care");
        URI other = container.address().resolve("/clinic/inner");
        FormElement form = filled(one, "626-555-0143");
        check(form, "consent");
        String sent = BROWSER.submit(form).headers().firstValue("Location").orElseThrow();
        String manage = sent.replaceAll("#.*", "").replaceAll(".*/", "");
        FormElement strange = filled(one, "626-555-0144");
        check(strange, "consent");
        strange.attr("action", other + "/bookings");

        assertThat(BROWSER.get(at(one, "/bookings/" + manage)).statusCode()).isEqualTo(200);
        assertThat(BROWSER.get(at(other, "/bookings/" + manage)).statusCode()).isEqualTo(404);
        assertThat(BROWSER.submit(strange).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void headSaysWhatGetSaysAndSendsNothing(String mount) throws Exception {
        for (String path : List.of("/fragments/clinic", "/pages/clinic", "/book", "/health", "/none")) {
            URI address = at(base(mount), path);
            HttpResponse<String> get = BROWSER.get(address);
            HttpResponse<String> head =
                    BROWSER.send(HttpRequest.newBuilder(address).method("HEAD", BodyPublishers.noBody()));

            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(get.headers().firstValue("ETag"));
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get.headers().firstValue("Content-Type"));
        }
    }

    @Test
    void aForwardAndAnAsynchronousDispatchShowTheSame() throws Exception {
        for (String context : List.of("", "/clinic")) {
            String fragment = context.isEmpty() ? "/a/b/fragments/clinic" : "/care/fragments/clinic";
            String direct =
                    BROWSER.get(container.address().resolve(context + fragment)).body();
            for (String way : List.of(HostSite.FORWARD, HostSite.LATER)) {
                HttpResponse<String> answer =
                        BROWSER.get(container.address().resolve(context + way + "?to=" + fragment));

                assertThat(answer.statusCode()).as(way).isEqualTo(200);
                assertThat(answer.body()).as(way).isEqualTo(direct);
            }
        }
    }

    /** Containers read odd paths differently. Whatever they make of them, nothing breaks and nothing comes back. */
    @ParameterizedTest
    @MethodSource("mounts")
    void oddPathsAreRefusedOrRead(String mount) throws Exception {
        Map<String, Integer> answers = new TreeMap<>();
        for (String path : OddPaths.ALL) {
            HttpResponse<String> answer = BROWSER.get(at(base(mount), path));
            answers.put(path, answer.statusCode());
            assertThat(answer.body()).as(path).doesNotContain("<script>", "java.", "at io.github");
        }
        assertThat(answers.values()).doesNotContain(500).allMatch(status -> status < 500);
        if (!mount.contains("proxy")) {
            assertThat(answers).isEqualTo(OddPaths.expected(container.name()));
        }
    }

    private static URI base(String mount) {
        return Objects.requireNonNull(MOUNTS.get(mount), mount);
    }

    private static URI at(URI base, String path) {
        return URI.create(base + path);
    }

    private static FormElement form(Document page) {
        return page.expectForm("form[method=post]");
    }

    /** Returns a form that lacks only the consent. */
    private static FormElement filled(URI base, String phone) throws IOException, InterruptedException {
        List<String> times = BROWSER.open(at(base, "/book?type=first-visit"))
                .select("[name=preferred]")
                .eachAttr("value");
        String when = times.get(times.size() - 1);
        FormElement form = form(BROWSER.open(at(base, "/book?type=first-visit&preferred=" + when)));
        fill(form, "givenName", NAME);
        fill(form, "phone", phone);
        fill(form, "reason", base.getPath());
        return form;
    }

    private static void fill(Element form, String name, String value) {
        form.expectFirst("[name=" + name + "]").val(value);
    }

    private static void check(Element form, String name) {
        form.expectFirst("[name=" + name + "]").attr("checked", "checked");
    }
}
