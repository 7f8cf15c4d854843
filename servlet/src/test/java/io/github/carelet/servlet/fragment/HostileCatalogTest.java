package io.github.carelet.servlet.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A catalogue whose every text wants to be markup. */
class HostileCatalogTest {

    private static final String HOSTILE = "<img src=x onerror=1>\\\"'&{{}}</script>";
    private static final String LITERAL = "<img src=x onerror=1>\"'&{{}}</script>";
    private static final String ESCAPED = "&lt;img src=x onerror=1&gt;\"'&amp;{{}}&lt;/script&gt;";

    /** Each text of the small clinic that reaches a page, but bodies. */
    private static final List<String> TEXTS = List.of(
            "Maple Clinic",
            "If this is an emergency, call 911.",
            "Medicare",
            "Blue Cross",
            "1 Elm St",
            "Suite B",
            "Holiday",
            "Leg pain",
            "Pain along the leg.",
            "You lose control of your bladder.",
            "Physical therapy",
            "PT",
            "Moves you.",
            "Loose clothes.",
            "Benefits",
            "Dana Reed",
            "A guide",
            "Physical therapist",
            "Moving helps",
            "Why.");

    private static final MapleClinic CLINIC = hostile();

    private static MapleClinic hostile() {
        String json = MapleClinic.json();
        for (String text : TEXTS) {
            json = json.replace("\"" + text + "\"", "\"" + text + HOSTILE + "\"");
        }
        return MapleClinic.of(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinic?view=full",
                "locations?view=full",
                "treatments",
                "treatments?view=full",
                "conditions?view=full",
                "practitioners?view=full",
                "articles?view=full",
                "booking"
            })
    void nothingBecomesMarkup(String target) {
        String html = CLINIC.html("/fragments/" + target);
        Element page = Jsoup.parse(CLINIC.html("/pages/" + target));
        assertThat(html).contains(ESCAPED).doesNotContain("<img").doesNotContain("</script");
        assertThat(page.select("img, script:not([type=application/ld+json]), [onerror]"))
                .isEmpty();
        assertThat(page.select("script").html()).doesNotContain("<");
        assertThat(page.text()).contains(LITERAL);
    }

    @Test
    void everyTextIsShownAsItIsWritten() {
        StringBuilder all = new StringBuilder();
        for (String kind : List.of("clinic", "locations", "treatments", "conditions", "practitioners", "articles")) {
            all.append(CLINIC.html("/fragments/" + kind + "?view=full"));
        }
        List<String> missing =
                TEXTS.stream().filter(each -> all.indexOf(each + ESCAPED) < 0).toList();
        assertThat(missing)
                .as("%s of %s texts not found", missing.size(), TEXTS.size())
                .isEmpty();
    }

    @Test
    void aHeadingIsExactlyTheseBytes() {
        assertThat(CLINIC.html("/fragments/treatments/therapy"))
                .contains("<h2 class=\"carelet-title\">Physical therapy" + ESCAPED + "</h2>");
    }
}
