package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.page.Assets;
import io.github.carelet.servlet.page.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An answer is what would be rendered now, whenever it is asked for, and as long as its own header lets anybody keep it: for
 * random clinics, around the instants at which something changes, in zones whose clocks do odd things.
 */
class FreshnessTest {

    private static final int CLINICS = 90;
    private static final int INSTANTS = 24;
    private static final int CLUMSY_LIFETIME = 300;
    private static final Pattern LIFETIME = Pattern.compile("(max-age|stale-while-revalidate|stale-if-error)=([0-9]+)");

    /** A zone, and a year in which its clocks were set; in some over midnight, by half an hour, or by a whole day. */
    private static final List<String> ZONES = List.of(
            "America/Los_Angeles 2026",
            "America/St_Johns 2010",
            "America/Sao_Paulo 2017",
            "America/Havana 2025",
            "Africa/Cairo 2025",
            "Asia/Beirut 2024",
            "Asia/Kathmandu 2026",
            "Australia/Lord_Howe 2026",
            "Antarctica/Troll 2025",
            "Europe/Dublin 2026",
            "Pacific/Apia 2011",
            "Pacific/Apia 2012");

    private static final List<String> TARGETS = List.of(
            "/fragments/locations",
            "/fragments/locations?view=full",
            "/fragments/locations/first",
            "/fragments/locations/second?lang=es",
            "/fragments/locations/silent",
            "/fragments/clinic",
            "/fragments/clinic?location=second&view=full",
            "/pages/locations/second",
            "/fragments/treatments",
            "/fragments/treatments/therapy",
            "/pages/treatments/block?lang=es");

    private static final Templates TEMPLATES = Templates.precompiled();
    private static final Assets ASSETS = Assets.load();
    private static final Exchange EXCHANGE = exchange();

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void anAnswerIsTrueAsLongAsAnybodyMayKeepIt() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < CLINICS; i++) {
            String[] place = ZONES.get(i % ZONES.size()).split(" ");
            new Case(random, ZoneId.of(place[0]), Integer.parseInt(place[1])).check();
        }
        System.out.println("freshness: " + counts + ", wrong: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts.get("answers")).isGreaterThan(20_000);
        assertThat(counts.get("cut lifetimes")).isGreaterThan(1_000);
        assertThat(counts.get("control: wrong with a lifetime that is never cut"))
                .isGreaterThan(500);
        assertThat(counts.get("control: wrong if nothing were ever rendered again"))
                .isGreaterThan(1_000);
    }

    @Test
    void anAnswerThatSaysOpenClosedOrTodayIsNeverServedStale() {
        MapleClinic clinic = MapleClinic.open();
        for (String target : List.of("locations", "locations/arcadia", "clinic", "clinic?location=arcadia")) {
            assertThat(clinic.get("/fragments/" + target).headers().get("Cache-Control"))
                    .as(target)
                    .doesNotContain("stale");
        }
        clinic.clock.set("2026-11-25T18:00:00Z");
        for (String target : List.of("locations/glendale", "clinic?location=glendale", "treatments", "booking")) {
            assertThat(clinic.get("/fragments/" + target).headers().get("Cache-Control"))
                    .as(target)
                    .contains("stale-while-revalidate", "stale-if-error");
            assertThat(clinic.html("/fragments/" + target))
                    .doesNotContain("carelet-opening")
                    .doesNotContain("carelet-today");
        }
    }

    private static Exchange exchange() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getMethod()).thenReturn("GET");
        when(request.getContextPath()).thenReturn("/app");
        when(request.getServletPath()).thenReturn("/carelet");
        return new Exchange(request, Entrance.ofContainer());
    }

    /** One random clinic in a zone. */
    private final class Case {

        private final Random random;
        private final ZoneId zone;
        private final int year;
        private final MapleClinic clinic;
        private final List<LocalDate> days;

        Case(Random random, ZoneId zone, int year) {
            this.random = random;
            this.zone = zone;
            this.year = year;
            this.days = days();
            this.clinic = MapleClinic.of(json());
        }

        /** A few days around a change of the clocks, if there is one. */
        private List<LocalDate> days() {
            Instant start = LocalDate.of(year, 1, 1)
                    .plusDays(random.nextInt(330))
                    .atStartOfDay(zone)
                    .toInstant();
            ZoneOffsetTransition transition = zone.getRules().nextTransition(start);
            LocalDate middle = (transition == null || random.nextInt(4) == 0 ? start : transition.getInstant())
                    .atZone(zone)
                    .toLocalDate();
            return Stream.iterate(middle.minusDays(2), day -> day.plusDays(1))
                    .limit(5)
                    .toList();
        }

        void check() {
            List<Instant> instants =
                    Stream.generate(this::instant).limit(INSTANTS).sorted().toList();
            Map<String, String> first = new TreeMap<>();
            for (Instant now : instants) {
                for (String target : TARGETS) {
                    check(target, now, first);
                }
            }
        }

        private void check(String target, Instant now, Map<String, String> first) {
            Reply answer = served(target, now);
            String html = MapleClinic.text(answer);
            String header = answer.headers().getOrDefault("Cache-Control", "");
            count("answers");
            expect(html, target, now, "at once");
            Map<String, Long> seconds = seconds(header);
            long maxAge = seconds.getOrDefault("max-age", 0L);
            long kept = maxAge
                    + Math.max(
                            seconds.getOrDefault("stale-while-revalidate", 0L),
                            seconds.getOrDefault("stale-if-error", 0L));
            for (long age : new long[] {maxAge / 2, maxAge - 1, kept - 1}) {
                if (age > 0) {
                    expect(html, target, now.plusSeconds(age), "after " + age + " s of " + header);
                }
            }
            countIf(answer.status() == 200 && maxAge < CLUMSY_LIFETIME, "cut lifetimes");
            countIf(
                    !html.equals(fresh(target, now.plusSeconds(CLUMSY_LIFETIME - 1))),
                    "control: wrong with a lifetime that is never cut");
            countIf(
                    !html.equals(first.computeIfAbsent(target, any -> html)),
                    "control: wrong if nothing were ever rendered again");
        }

        private void expect(String html, String target, Instant when, String what) {
            count("comparisons");
            if (!html.equals(fresh(target, when))) {
                wrong.add(zone + " " + target + " " + when + " " + what);
            }
        }

        private Reply served(String target, Instant now) {
            clinic.clock.set(now);
            return answer(clinic.cache, target, now);
        }

        private String fresh(String target, Instant now) {
            clinic.clock.set(now);
            return MapleClinic.text(answer(new FragmentCache(clinic.carelet, TEMPLATES, ASSETS), target, now));
        }

        private static Reply answer(FragmentCache cache, String target, Instant now) {
            int query = target.indexOf('?');
            String path = query < 0 ? target : target.substring(0, query);
            return cache.find(MapleClinic.BASE, path, query < 0 ? "" : target.substring(query + 1))
                    .answer(EXCHANGE, now);
        }

        /** Mostly shortly before or after a change of the clocks, a midnight, or a time at which a place may open or close. */
        private Instant instant() {
            ZoneOffsetTransition shift = zone.getRules()
                    .nextTransition(days.get(0).atStartOfDay(zone).toInstant());
            LocalDateTime wall =
                    days.get(random.nextInt(days.size())).atStartOfDay().plusMinutes(30L * random.nextInt(48));
            Instant round = random.nextInt(4) == 0 && shift != null
                    ? shift.getInstant()
                    : wall.atZone(zone).toInstant();
            return round.plus(Duration.ofSeconds(60 - random.nextInt(420))).plusMillis(random.nextInt(2) * 500L);
        }

        private String json() {
            LocalDate middle = days.get(2);
            return """
                    {"clinic": {"id": "c", "name": "C", "phone": "+16265550100", "timeZone": "%s", "languages": ["en", "es"]},
                     "locations": [
                       {"id": "first", "name": "First", "address": {"street": "1 Elm St", "city": "A"}, "hours": %s},
                       {"id": "second", "name": "Second", "address": {"street": "2 Elm St", "city": "A"}, "hours": %s,
                        "timeZone": "%s"},
                       {"id": "silent", "name": "Silent", "address": {"street": "3 Elm St", "city": "A"}}],
                     "treatments": [
                       {"id": "therapy", "name": "Therapy", "combinesWith": ["block"],
                        "review": {"reviewedOn": "2001-01-01", "dueOn": "%s"}},
                       {"id": "block", "name": "Block",
                        "review": {"reviewedOn": "2001-01-01", "dueOn": "%s", "withdrawnOn": "%s"}}]}""".formatted(
                            zone.getId(),
                            hours(),
                            hours(),
                            random.nextBoolean() ? "Asia/Tokyo" : zone.getId(),
                            middle.plusDays(random.nextInt(4) - 2L),
                            middle.plusDays(30 + random.nextInt(3)),
                            middle.plusDays(random.nextInt(4) - 1L));
        }

        private String hours() {
            boolean nights = random.nextBoolean();
            String weekly = Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
                    .map(day -> "\"" + day + "\": " + intervals(nights))
                    .collect(Collectors.joining(", "));
            LocalDate from = days.get(random.nextInt(days.size())).plusDays(random.nextInt(16));
            return "{\"weekly\": {" + weekly + "}, \"exceptions\": [{\"from\": \"" + from + "\", \"to\": \""
                    + from.plusDays(random.nextInt(3)) + "\", \"open\": " + intervals(nights) + "}]}";
        }

        /** Closed, over midnight or round the clock, or one or two intervals that start and end on half hours. */
        private String intervals(boolean nights) {
            String night = "[\"" + time(18 + random.nextInt(6)) + "-" + time(random.nextInt(6)) + "\"]";
            String split = "[\"" + time(random.nextInt(6)) + "-" + time(6 + random.nextInt(6)) + "\", \""
                    + time(12 + random.nextInt(6)) + "-24:00\"]";
            return switch (random.nextInt(6)) {
                case 0 -> "[]";
                case 1, 2 -> nights ? night : split;
                case 3 -> nights ? night : "[\"00:00-24:00\"]";
                default -> "[\"" + time(6 + random.nextInt(4)) + "-" + time(12 + random.nextInt(6)) + "\"]";
            };
        }

        private String time(int hour) {
            return "%02d:%s".formatted(hour, random.nextBoolean() ? "00" : "30");
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void countIf(boolean it, String what) {
        if (it) {
            count(what);
        }
    }

    private static Map<String, Long> seconds(String header) {
        Map<String, Long> seconds = new TreeMap<>();
        for (Matcher each = LIFETIME.matcher(header); each.find(); ) {
            seconds.put(each.group(1), Long.valueOf(each.group(2)));
        }
        return seconds;
    }
}
