package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.Partner;
import io.github.carelet.exchange.JsonLdRole;
import io.github.carelet.language.Languages;
import io.github.carelet.language.Messages;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to search engines: by whom, and nothing that a person on the same page can't see. */
class StructuredTest {

    private static final String BLOCK = "script[type=application/ld+json]";
    /** Names of things, and what says in what form they are: not to be read by people. */
    private static final Set<String> NOT_READ = Set.of("@type", "@id", "@context", "inLanguage", "dayOfWeek");

    private static MapleClinic clinic;

    @BeforeAll
    static void open() {
        clinic = MapleClinic.with(
                MapleClinic.json(),
                builder -> builder.bookingAt(URI.create("https://book.example.org/c/"))
                        .partner(new Partner("owner", List.of(), JsonLdRole.OWNER))
                        .partner(new Partner("referring", List.of(), JsonLdRole.REFERENCE)));
        clinic.clock.set("2026-12-02T18:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "/fragments/treatments/therapy, 0, false",
        "/fragments/treatments/therapy?partner=demo, 0, false",
        "/fragments/treatments/therapy?partner=owner, 1, true",
        "/fragments/treatments/therapy?partner=referring, 1, false",
        "/pages/treatments/therapy, 1, true",
        "/pages/treatments/therapy?partner=demo, 0, false",
        "/pages/treatments/therapy?partner=owner, 1, true",
        "/pages/treatments/therapy?partner=referring, 1, false",
        "/pages/treatments/therapy?view=none, 0, false",
        "/pages/treatments/none, 0, false",
        "/pages/conditions/old-pain, 0, false",
        "/pages/booking, 0, false"
    })
    void onlyWhoIsToSpeakSpeaks(String target, int blocks, boolean asOwner) {
        Document page = Jsoup.parse(clinic.html(target));

        assertThat(page.select(BLOCK)).hasSize(blocks);
        assertThat(page.select("script")).hasSize(blocks);
        assertThat(page.select(BLOCK).html().contains("\"name\"")).isEqualTo(asOwner);
        assertThat(page.select("body > *")).hasSize(target.startsWith("/pages") ? 2 : 1);
    }

    static List<String> targets() {
        return EveryRenditionTest.targets();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingIsSaidThatIsNotShown(String target) {
        for (String site : List.of("/pages/", "/fragments/")) {
            String partner =
                    target.contains("partner=") ? "" : target.contains("?") ? "&partner=owner" : "?partner=owner";
            String html = clinic.html(site + target + (site.equals("/pages/") ? "" : partner));
            assertThat(hidden(html)).as(site + target).isEmpty();
        }
    }

    @Test
    void whatIsHiddenIsSeen() {
        String html = clinic.html("/pages/locations/arcadia");

        assertThat(hidden(html.replace("\"+16265550101\"", "\"+16265550102\"")))
                .containsExactly("telephone +16265550102");
        assertThat(hidden(html.replace("\"08:00\"", "\"07:00\""))).contains("opens 07:00");
        assertThat(hidden(html.replace("\"name\":\"Arcadia\"", "\"name\":\"Best of Arcadia\"")))
                .hasSize(1);
        assertThat(hidden(html)).isEmpty();
    }

    @Test
    void withAPublicAddressEveryNameIsAbsolute() {
        MapleClinic published = MapleClinic.with(
                MapleClinic.json(), builder -> builder.publicUrl(URI.create("https://maple.example.org/c/")));
        for (String target : List.of("clinic", "treatments", "articles/moving?lang=es")) {
            List<String> names = new ArrayList<>();
            block(published.html("/pages/" + target)).findValues("@id").forEach(each -> names.add(each.asText()));
            assertThat(names).isNotEmpty().allMatch(each -> each.startsWith("https://maple.example.org/c/pages/"));
        }
        assertThat(block(clinic.html("/pages/clinic")).findValue("@id").asText())
                .as("without one they are paths, never made from the request's Host")
                .isEqualTo("/app/carelet/pages/clinic#page");
    }

    /** Returns every value of the block that can't be found in what people see of the same page. */
    private static List<String> hidden(String html) {
        Document page = Jsoup.parse(html);
        List<String> hidden = new ArrayList<>();
        for (Element script : page.select(BLOCK)) {
            JsonNode block = parse(script.data());
            Document visible = page.clone();
            visible.select("head, script").remove();
            String seen = visible.text() + " " + visible.select("a[href]").eachAttr("href");
            collect(block, "", seen, block.findValuesAsText("inLanguage").get(0), hidden);
        }
        return hidden;
    }

    private static void collect(JsonNode node, String name, String seen, String language, List<String> hidden) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(each -> !NOT_READ.contains(each.getKey()))
                    .forEach(each -> collect(each.getValue(), each.getKey(), seen, language, hidden));
        } else if (node.isArray()) {
            node.forEach(each -> collect(each, name, seen, language, hidden));
        } else if (!isSeen(name, node.asText(), seen, Languages.standard().in(language))) {
            hidden.add(name + " " + node.asText());
        }
    }

    private static boolean isSeen(String name, String value, String seen, Messages messages) {
        return switch (name) {
            case "opens", "closes" ->
                seen.contains(messages.time(LocalTime.parse(value)))
                        || (value.equals("00:00") && seen.contains(messages.text("closed")));
            case "validFrom", "validThrough" -> seen.contains(messages.day(LocalDate.parse(value)));
            case "lastReviewed" -> seen.contains(messages.month(YearMonth.parse(value.substring(0, 7))));
            case "knowsLanguage" -> seen.contains(messages.languageName(value));
            case "numberOfItems", "isAcceptingNewPatients" -> true;
            case "url" -> value.contains("/app/carelet/pages/") || seen.contains(value);
            case "faxNumber" -> seen.replaceAll("[^0-9]", "").contains(value.substring(2));
            case "addressCountry" -> seen.contains("%20" + value);
            default -> seen.contains(value);
        };
    }

    private static JsonNode block(String html) {
        return parse(Jsoup.parse(html).select(BLOCK).get(0).data());
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
