package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who is not of the clinic learns of its inbox: nothing, on no path, by no method. */
class StrangerTest {

    /** {@code TRACE} is the container's own: it answers it before any servlet. */
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "BREW");

    private static final List<String> UNKNOWN = List.of(
            "no/such/page",
            "bookings/",
            "bookings/XXXX-XXXX/nothing",
            "%2e%2e/health",
            "x;a=b",
            "%F0%9F%A6%86",
            "a//b");

    @TempDir
    private static Path folder;

    private static StaffSite site;
    private static String reference;

    @BeforeAll
    static void start() {
        site = new StaffSite(folder);
        reference = site.request(Map.of());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aStrangerGetsTheSameRefusalOnEveryPathByEveryMethod() {
        Set<String> answers = new HashSet<>();
        int let = 0;
        int tried = 0;
        for (String path : paths()) {
            for (String method : METHODS) {
                HttpResponse<String> answer = site.send(method, path, Map.of(), "");
                tried++;
                let += answer.statusCode() == 403 ? 0 : 1;
                if (!method.equals("HEAD")) {
                    // How long the connection stays is the container's business.
                    Set<String> headers = new TreeSet<>(answer.headers().map().keySet());
                    headers.remove("connection");
                    answers.add(answer.statusCode() + " " + headers + answer.body());
                }
            }
        }
        int control = 0;
        for (String path : paths()) {
            control += site.send("GET", path, Map.of("X-Test-User", "ann"), "").statusCode() == 403 ? 0 : 1;
        }
        System.out.println("requests of strangers let in: " + let + " of " + tried + "; control, of somebody: "
                + control + " of " + paths().size());
        assertThat(let).isZero();
        assertThat(answers).hasSize(1);
        assertThat(control).isEqualTo(paths().size());
    }

    @Test
    void aRefusalIsNeitherKeptNorFramed() {
        HttpResponse<String> answer = site.send("GET", StaffSite.BASE + "/staff/", Map.of(), "");

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(answer.body()).isEqualTo("This is not for you.\n");
    }

    @Test
    void aHostMayAskStrangersToSignIn() throws Exception {
        SignIn signIn = new SignIn(exchange -> Optional.empty(), Optional.of("Bearer realm=\"clinic\""));
        StaffHandler handler = new StaffHandler(site.carelet(), Templates.precompiled(), Assets.load(), signIn);

        var reply = handler.handle(new io.github.carelet.servlet.http.Exchange(
                org.mockito.Mockito.mock(jakarta.servlet.http.HttpServletRequest.class),
                io.github.carelet.servlet.http.Entrance.ofContainer()));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"clinic\"");
    }

    @Test
    void whoMayNotAdministerSeesNoPageOfAdministrators() {
        List<Route> forAdmins = routes().stream().filter(Route::admin).toList();
        assertThat(forAdmins).isNotEmpty();
        for (Route route : forAdmins) {
            String path = StaffSite.BASE + "/staff/" + filled(route);
            assertThat(site.send(route.method(), path, Map.of("X-Test-User", "ann"), "")
                            .statusCode())
                    .as(route.method() + " " + route.path())
                    .isEqualTo(404);
            assertThat(site.send(route.method(), path, Map.of("X-Test-User", "root"), "")
                            .statusCode())
                    .as("the control: a form that is not there is looked for, at least")
                    .isEqualTo(route.method().equals("GET") ? 200 : 415);
        }
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(StaffSite.BASE + "/staff", StaffSite.BASE + "/staff/"));
        routes().forEach(route -> paths.add(StaffSite.BASE + "/staff/" + filled(route)));
        UNKNOWN.stream()
                .filter(path -> !path.startsWith("%2e"))
                .forEach(path -> paths.add(StaffSite.BASE + "/staff/" + path));
        return paths;
    }

    private static String filled(Route route) {
        return route.path().replace("{reference}", reference).replaceAll("\\{[a-z]+}", "confirm");
    }

    private static List<Route> routes() {
        SignIn nobody = new SignIn(exchange -> Optional.empty(), Optional.empty());
        return new StaffHandler(site.carelet(), Templates.precompiled(), Assets.load(), nobody).routes();
    }
}
