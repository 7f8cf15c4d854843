package io.github.carelet.servlet.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.CareletBuilder;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.StaffAccess;
import io.github.carelet.servlet.StaffRole;
import io.github.carelet.servlet.StaffUser;
import io.github.carelet.source.ClassPathSource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A host in which each fault is planted once, and named; and the same host without one, which hears no complaint. */
class DoctorTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The one part of the host that a fault changes. */
    private static volatile Planted fault = DoctorTest::passed;

    private static final Tomcat TOMCAT = new Tomcat();
    private static final List<Carelet> OPEN = new ArrayList<>();

    private static Path folder = Path.of("target");

    @FunctionalInterface
    interface Planted {
        void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException;
    }

    @BeforeAll
    static void start() throws Exception {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        // Not among temporary files, which would be a fault.
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "doctor");
        TOMCAT.setBaseDir(folder.resolve("tomcat").toString());
        TOMCAT.setPort(0);
        TOMCAT.getConnector().setProperty("address", "127.0.0.1");
        TOMCAT.getHost();
        TOMCAT.start();
        Context context = TOMCAT.addContext("", null);
        URI here = URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort());
        mount(context, "sound", here, builder -> builder);
        mount(context, "elsewhere", here, builder -> builder.publicUrl(here.resolve("/nothing")));
        mount(context, "unreachable", here, builder -> builder.publicUrl(URI.create("http://127.0.0.1:1/care")));
        mount(
                context,
                "late",
                here,
                builder -> builder.clock(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(7))));
        Path temporary = Files.createTempDirectory("doctor");
        mount(context, "temporary", here, builder -> builder.storage(temporary));
        mount(context, "unnamed", here, builder -> builder);
        mount(context, "private", here, builder -> builder, false, true);
        mount(context, "silent", here, builder -> builder, true, false);
        mount(context, "other-keys", here, builder -> builder.publicUrl(here.resolve("/sound")));
        mount(context, "multipart", here, builder -> builder);
        ((Wrapper) context.findChild("multipart")).setMultipartConfigElement(new MultipartConfigElement("", 1, 1, 0));
        FilterDef planted = new FilterDef();
        planted.setFilterName("planted");
        planted.setFilter((Filter) (request, response, chain) ->
                fault.pass((HttpServletRequest) request, (HttpServletResponse) response, chain));
        context.addFilterDef(planted);
        FilterMap map = new FilterMap();
        map.setFilterName("planted");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        ((org.apache.catalina.core.StandardContext) context).filterStart();
    }

    private static void mount(Context context, String name, URI here, UnaryOperator<CareletBuilder> more) {
        mount(context, name, here, more, true, true);
    }

    private static void mount(
            Context context, String name, URI here, UnaryOperator<CareletBuilder> more, boolean open, boolean told) {
        CareletBuilder builder = Carelet.builder(ClassPathSource.of(
                        DoctorTest.class.getClassLoader(),
                        List.of("io/github/carelet/servlet/form/clinic.json"),
                        CatalogReader.withSamples()))
                .storage(folder.resolve(name))
                .keys(KeyRing.ephemeral());
        if (!name.equals("unnamed")) {
            builder.publicUrl(here.resolve("/" + name));
        }
        if (open) {
            builder.openStudio();
        }
        if (told) {
            builder.onBooking(event -> {});
        }
        Carelet carelet = more.apply(builder).build();
        OPEN.add(carelet);
        StaffAccess access = request -> Optional.ofNullable(request.getHeader("Admin"))
                .map(admin -> new StaffUser(admin, admin.equals("ada") ? StaffRole.ADMIN : StaffRole.STAFF));
        Tomcat.addServlet(context, name, new CareletServlet(carelet, access)).addMapping("/" + name + "/*");
    }

    @AfterAll
    static void stop() throws Exception {
        TOMCAT.stop();
        TOMCAT.destroy();
        OPEN.forEach(Carelet::close);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        }
    }

    @Test
    void aSoundHostHearsNoComplaint() throws Exception {
        Document page = Jsoup.parse(planted(DoctorTest::passed, "/sound/doctor").body());

        assertThat(faults(page)).isEmpty();
        assertThat(page.select("[data-carelet-sound]")).hasSize(1);
        assertThat(page.select("iframe[sandbox]").attr("src")).isEqualTo("/sound/doctor/trial");
    }

    @Test
    void eachFaultIsNamedWithLinesThatPutItRight() throws Exception {
        Set<Fault> named = EnumSet.noneOf(Fault.class);
        for (Case each : cases()) {
            Document page = Jsoup.parse(planted(each.planted(), each.path()).body());
            assertThat(faults(page))
                    .as(each.fault().code())
                    .containsExactly(each.fault().code());
            Element section = page.expectFirst("[data-carelet-fault]");
            assertThat(section.select("dd code").eachText()).isNotEmpty().doesNotContain("");
            assertThat(section.select("h2, p").text()).doesNotContain("doctor.");
            named.add(each.fault());
        }
        System.out.println("planted faults of hosts that are not named, or with another beside them: 0 of "
                + cases().size() + "; complaints about a sound host: 0");
        assertThat(named).containsExactlyInAnyOrder(Fault.values());
    }

    private record Case(Fault fault, String path, Planted planted) {}

    private static List<Case> cases() {
        return List.of(
                new Case(Fault.UNREACHABLE, "/unreachable/doctor", DoctorTest::passed),
                new Case(Fault.ELSEWHERE, "/elsewhere/doctor", DoctorTest::passed),
                new Case(
                        Fault.SIGN_IN,
                        "/sound/doctor",
                        except("/doctor", (request, response, chain) -> response.sendRedirect("/login"))),
                new Case(
                        Fault.SIGN_IN,
                        "/sound/doctor",
                        on("/book", (request, response, chain) -> response.sendError(401))),
                new Case(
                        Fault.CSRF,
                        "/sound/doctor",
                        on("/bookings", (request, response, chain) -> response.sendError(403, "Invalid CSRF token"))),
                new Case(Fault.CSRF, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    boolean session = request.getSession(false) != null;
                    answerUnless(session, 403, request, response, chain);
                })),
                new Case(Fault.SIGN_IN, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    if (request.getHeader("Cookie") == null) {
                        response.sendRedirect("/login?expired");
                    } else {
                        chain.doFilter(request, response);
                    }
                })),
                new Case(Fault.ORIGIN, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    boolean known = !"null".equals(request.getHeader("Origin"));
                    answerUnless(known, 403, request, response, chain);
                })),
                new Case(Fault.ORIGIN, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    boolean same = !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
                    answerUnless(same, 403, request, response, chain);
                })),
                new Case(Fault.FIREWALL, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    boolean harmless =
                            request.getParameterMap().values().stream().noneMatch(each -> each[0].contains(";"));
                    answerUnless(harmless, 406, request, response, chain);
                })),
                new Case(Fault.BODY, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    request.getInputStream().readAllBytes();
                    chain.doFilter(request, response);
                })),
                new Case(Fault.BODY, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    request.getParts();
                    chain.doFilter(request, response);
                })),
                new Case(
                        Fault.BODY,
                        "/sound/doctor",
                        on(
                                "/bookings",
                                (request, response, chain) ->
                                        answerUnless(request.getContentLength() <= 64, 413, request, response, chain))),
                new Case(Fault.KEYS, "/other-keys/doctor", DoctorTest::passed),
                new Case(Fault.POLICY, "/sound/doctor", on("/bookings", without("Content-Security-Policy"))),
                new Case(Fault.FRAME_OPTIONS, "/sound/doctor", adding("/bookings", "X-Frame-Options", "SAMEORIGIN")),
                new Case(Fault.ENCODING, "/sound/doctor", on("/bookings", (request, response, chain) -> {
                    request.setCharacterEncoding("ISO-8859-1");
                    request.getParameter("_method");
                    chain.doFilter(request, response);
                })),
                new Case(Fault.FRAME_OPTIONS, "/sound/doctor", adding("/book", "X-Frame-Options", "DENY")),
                new Case(
                        Fault.POLICY,
                        "/sound/doctor",
                        adding("/book", "Content-Security-Policy", "default-src 'self'")),
                new Case(Fault.POLICY, "/sound/doctor", replacing("Content-Security-Policy", "default-src 'self'")),
                new Case(Fault.REFERRER, "/sound/doctor", replacing("Referrer-Policy", "unsafe-url")),
                new Case(Fault.CACHING, "/sound/doctor", replacing("Cache-Control", "no-cache, no-store")),
                new Case(Fault.RESOURCES, "/sound/doctor", replacing("Cross-Origin-Resource-Policy", "same-origin")),
                new Case(Fault.SESSION, "/sound/doctor", on("/book", (request, response, chain) -> {
                    request.getSession();
                    chain.doFilter(request, response);
                })),
                new Case(
                        Fault.ROLE,
                        "/sound/doctor",
                        on("/doctor", (request, response, chain) -> chain.doFilter(new SignedIn(request), response))),
                new Case(
                        Fault.PROXY,
                        "/sound/doctor",
                        on("/doctor", (request, response, chain) -> chain.doFilter(new PassedOn(request), response))),
                new Case(Fault.PUBLIC_URL, "/unnamed/doctor", DoctorTest::passed),
                new Case(Fault.TEMPORARY, "/temporary/doctor", DoctorTest::passed),
                new Case(Fault.CLOCK, "/late/doctor", DoctorTest::passed),
                new Case(Fault.NOBODY_TOLD, "/silent/doctor", DoctorTest::passed));
    }

    @Test
    void itIsForAdministratorsUnlessTheStudioIsOpen() throws Exception {
        assertThat(planted(DoctorTest::passed, "/private/doctor").statusCode()).isEqualTo(403);
        assertThat(planted(DoctorTest::passed, "/private/doctor", "Admin", "sam")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> page =
                planted(DoctorTest::passed, "/private/doctor", "Admin", "ada", "Accept-Language", "es");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Nada estorba", "lang=\"es\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aHostThatReadsMultipartFormsHearsNoComplaint() throws Exception {
        assertThat(faults(Jsoup.parse(
                        planted(DoctorTest::passed, "/multipart/doctor").body())))
                .isEmpty();
        Planted reading = on("/bookings", (request, response, chain) -> {
            request.setCharacterEncoding("UTF-8");
            request.getParameterMap();
            chain.doFilter(request, response);
        });
        assertThat(faults(Jsoup.parse(planted(reading, "/multipart/doctor").body())))
                .isEmpty();
    }

    @Test
    void theFrameSendsAFormThatArrivesAsABookingDoesAndBooksNothing() throws Exception {
        HttpResponse<String> form = planted(DoctorTest::passed, "/sound/doctor/trial");
        Element trial = Jsoup.parse(form.body()).expectFirst("form");
        Map<String, String> fields = new LinkedHashMap<>();
        trial.select("input").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        HttpResponse<String> arrived = post(trial.attr("action"), fields);
        fields.put("givenName", "Zo\u00c3\u00ab");
        HttpResponse<String> changed = post(trial.attr("action"), fields);

        assertThat(trial.attr("action")).isEqualTo("/sound/bookings");
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.body()).contains("Nothing was booked", "data-carelet-rehearsal=\"whole\"");
        assertThat(changed.body()).contains("data-carelet-rehearsal=\"changed\"");
        for (HttpResponse<String> each : List.of(form, arrived)) {
            assertThat(each.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("sandbox ");
        }
    }

    @Test
    void whateverIsTriedNothingIsInTheStore() throws Exception {
        for (Case each : cases()) {
            planted(each.planted(), each.path());
        }
        planted(DoctorTest::passed, "/sound/doctor");
        long tried = rows("carelet_booking") + rows("carelet_history") + rows("carelet_hold");
        LocalDate monday = LocalDate.now(ZoneId.of("America/Los_Angeles"))
                .plusDays(3)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        String token = CLIENT.send(
                        HttpRequest.newBuilder(uri("/sound/api/token")).build(), BodyHandlers.ofString())
                .body()
                .replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> control = post(
                "/sound/bookings",
                Map.of(
                        "token",
                        token,
                        "type",
                        "first-visit",
                        "location",
                        "arcadia",
                        "givenName",
                        "Ada",
                        "familyName",
                        "Beispiel",
                        "phone",
                        "626-555-0123",
                        "consent",
                        "2026-11",
                        "preferred",
                        monday + "/any"));

        assertThat(tried).isZero();
        assertThat(control.statusCode()).as(control.body()).isEqualTo(303);
        assertThat(rows("carelet_booking")).isEqualTo(1);
        System.out.println("rows in the store after " + (cases().size() + 1) + " dry runs: " + tried
                + "; after one booking: " + rows("carelet_booking"));
    }

    private static long rows(String table) throws SQLException {
        long rows = 0;
        for (String mount : List.of("sound", "other-keys")) {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:sqlite:" + folder.resolve(mount).resolve("carelet.db"));
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                rows += row.getLong(1);
            }
        }
        return rows;
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Origin", "null")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(TrialForm.encoded(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> planted(Planted planting, String path, String... headers) throws Exception {
        fault = planting;
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        fault = DoctorTest::passed;
        return answer;
    }

    private static List<String> faults(Document page) {
        return page.select("[data-carelet-fault]").eachAttr("data-carelet-fault");
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort() + path);
    }

    private static void passed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    private static void answerUnless(
            boolean good, int status, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (good) {
            chain.doFilter(request, response);
        } else {
            response.sendError(status);
        }
    }

    private static Planted without(String name) {
        return (request, response, chain) -> chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String header, String own) {
                if (!header.equalsIgnoreCase(name)) {
                    super.setHeader(header, own);
                }
            }

            @Override
            public void addHeader(String header, String own) {
                setHeader(header, own);
            }
        });
    }

    private static Planted on(String path, Planted there) {
        return (request, response, chain) -> {
            if (request.getRequestURI().endsWith(path)) {
                there.pass(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    private static Planted except(String path, Planted elsewhere) {
        return (request, response, chain) -> {
            if (request.getRequestURI().endsWith(path)) {
                chain.doFilter(request, response);
            } else {
                elsewhere.pass(request, response, chain);
            }
        };
    }

    private static Planted adding(String path, String name, String value) {
        return on(path, (request, response, chain) -> {
            response.addHeader(name, value);
            chain.doFilter(request, new HttpServletResponseWrapper(response) {
                @Override
                public void setHeader(String header, String own) {
                    if (header.equalsIgnoreCase(name)) {
                        super.addHeader(header, own);
                    } else {
                        super.setHeader(header, own);
                    }
                }
            });
        });
    }

    private static Planted replacing(String name, String value) {
        return except(
                "/doctor",
                (request, response, chain) -> chain.doFilter(request, new HttpServletResponseWrapper(response) {
                    @Override
                    public void setHeader(String header, String own) {
                        super.setHeader(header, header.equalsIgnoreCase(name) ? value : own);
                    }

                    @Override
                    public void addHeader(String header, String own) {
                        setHeader(header, own);
                    }
                }));
    }

    private static final class SignedIn extends HttpServletRequestWrapper {

        SignedIn(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> "ada";
        }
    }

    private static final class PassedOn extends HttpServletRequestWrapper {

        PassedOn(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return name.equals("X-Forwarded-For") ? "203.0.113.9" : super.getHeader(name);
        }
    }
}
