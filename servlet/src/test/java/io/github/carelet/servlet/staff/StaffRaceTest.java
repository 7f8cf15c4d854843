package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two people who do the same thing with the same booking at the same instant, for everything that can be done: it is done
 * once, and the second sees what the first did.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StaffRaceTest {

    private final ExecutorService desks = Executors.newFixedThreadPool(2);
    private StaffSite site;
    private int times;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = new StaffSite(folder);
    }

    @AfterAll
    void stop() {
        desks.shutdownNow();
        site.close();
    }

    /** A time that nobody else in this test has: some mornings, every half hour from nine. */
    private String time() {
        LocalDate day = List.of(
                        LocalDate.of(2026, 12, 4),
                        LocalDate.of(2026, 12, 7),
                        LocalDate.of(2026, 12, 9),
                        LocalDate.of(2026, 12, 11))
                .get(times / 6);
        return day.atTime(9, 0)
                .plusMinutes(30L * (times++ % 6))
                .atOffset(ZoneOffset.ofHours(-8))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private Document page(String user, String reference) {
        return site.page(user, "bookings/" + reference);
    }

    private HttpResponse<String> act(String reference, Deed deed, Map<String, ?> fields) {
        HttpResponse<String> answer = site.submit("kim", page("kim", reference), "/" + deed.code(), fields);
        assertThat(answer.statusCode()).as("before: " + deed).isEqualTo(303);
        return answer;
    }

    /** Returns a booking with which this can be done. */
    private String bookingFor(Deed deed) {
        Map<String, Object> agreed = new HashMap<>(Map.of("smsConsent", "sms-1", "marketingConsent", "news-1"));
        if (deed == Deed.RELEASE) {
            agreed.put("website", "https://spam.example");
        }
        String reference = site.request(agreed);
        switch (deed) {
            case OFFER -> act(reference, Deed.WAITLIST, Map.of());
            case RESCHEDULE, ARRIVE, NO_SHOW -> act(reference, Deed.CONFIRM, Map.of("start", time()));
            case COMPLETE -> {
                act(reference, Deed.CONFIRM, Map.of("start", time()));
                act(reference, Deed.ARRIVE, Map.of());
            }
            case UNDO -> act(reference, Deed.DECLINE, Map.of("note", "by mistake"));
            default -> {}
        }
        return reference;
    }

    private Map<String, ?> fields(Deed deed) {
        return switch (deed) {
            case CONFIRM, RESCHEDULE -> Map.of("start", time());
            case PROPOSE, OFFER -> Map.of("start", List.of(time(), time()), "until", "PT24H");
            case CONTACT -> Map.of("way", "phone", "result", "no_answer", "note", "rang");
            case RECORDED -> Map.of("number", "MRN-1");
            case NOTE, DECLINE -> Map.of("note", "rang");
            default -> Map.of();
        };
    }

    /** Returns what both got, the lower status first. */
    private List<HttpResponse<String>> race(Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> other)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<HttpResponse<String>>> both = Stream.of(one, other)
                .map(each -> desks.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return each.get();
                }))
                .toList();
        List<HttpResponse<String>> answers =
                List.of(both.get(0).get(1, TimeUnit.MINUTES), both.get(1).get(1, TimeUnit.MINUTES));
        return answers.get(0).statusCode() <= answers.get(1).statusCode()
                ? answers
                : List.of(answers.get(1), answers.get(0));
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void ofTwoAtOnceOneDoesItAndTheOtherSeesIt(Deed deed) throws Exception {
        String reference = bookingFor(deed);
        if (deed == Deed.NO_SHOW) {
            site.setNow(Instant.parse("2026-12-12T01:00:00Z"));
        }
        try {
            Document anns = page("ann", reference);
            Document bobs = page("bob", reference);
            int before = anns.select(".carelet-staff-steps > li").size();
            Map<String, ?> fields = fields(deed);

            List<HttpResponse<String>> answers = race(
                    () -> site.submit("ann", anns, "/" + deed.code(), fields),
                    () -> site.submit("bob", bobs, "/" + deed.code(), fields));

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(303, 412);
            Document late = Jsoup.parse(answers.get(1).body());
            assertThat(late.select("[role=alert] h2").text()).matches("Someone else changed this booking: (ann|bob)");
            assertThat(page("kim", reference).select(".carelet-staff-steps > li"))
                    .as("it happened once")
                    .hasSize(before + 1);
        } finally {
            site.setNow(StaffSite.START);
        }
    }

    /** The control: both may do something, one after the other, if each has seen what is there. */
    @Test
    void whoLooksFirstIsNotLate() {
        String reference = bookingFor(Deed.NOTE);
        for (String user : List.of("ann", "bob")) {
            assertThat(site.submit(user, page(user, reference), "/note", Map.of("note", "by " + user))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(page("kim", reference).select(".carelet-staff-steps").text()).contains("by ann", "by bob");
    }

    @Test
    void oneWhoCalledIsEnteredOnceByTwo() throws Exception {
        String form = "phone?type=first-visit&location=arcadia";
        Document anns = site.page("ann", form);
        Document bobs = site.page("bob", form);
        Map<String, String> filled =
                Map.of("wish", "2026-12-03", "part", "morning", "givenName", "Grace", "phone", "626 555 0177");

        List<HttpResponse<String>> answers = race(
                () -> site.submit("ann", anns, "/phone", filled), () -> site.submit("bob", bobs, "/phone", filled));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(303, 409);
        assertThat(site.page("kim", "").select("tbody th a").eachText().stream()
                        .filter("Grace"::equals)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsClosedIsOpenedOnceByTwo() throws Exception {
        site.submit(
                "kim",
                site.page("kim", "closures"),
                "/closures",
                Map.of("scope", "place arcadia", "from", "2027-01-05"));
        Document anns = site.page("ann", "closures");
        Document bobs = site.page("bob", "closures");

        List<HttpResponse<String>> answers = race(
                () -> site.submit("ann", anns, "/open", Map.of()), () -> site.submit("bob", bobs, "/open", Map.of()));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(303, 303);
        assertThat(site.page("kim", "closures").select(".carelet-staff-closed")).isEmpty();
        assertThat(site.carelet().audit().orElseThrow().latest(Long.MAX_VALUE, 50).stream()
                        .filter(each -> each.event().detail().startsWith("opened"))
                        .count())
                .as("it was opened once")
                .isEqualTo(1);
    }

    @Test
    void aPatientIsForgottenOnceByTwo() throws Exception {
        String reference = bookingFor(Deed.DECLINE);
        act(reference, Deed.DECLINE, Map.of("note", "moved away"));
        Document one = page("root", reference);
        Document other = page("root", reference);

        List<HttpResponse<String>> answers = race(
                () -> site.submit("root", one, "/forget", Map.of("sure", "yes")),
                () -> site.submit("root", other, "/forget", Map.of("sure", "yes")));

        assertThat(answers.get(0).statusCode()).isEqualTo(303);
        assertThat(answers.get(1).statusCode()).isIn(303, 404);
        assertThat(site.carelet().audit().orElseThrow().about(reference, 50).stream()
                        .filter(each -> each.event().detail().equals("request"))
                        .count())
                .as("it was forgotten once")
                .isEqualTo(1);
    }
}
