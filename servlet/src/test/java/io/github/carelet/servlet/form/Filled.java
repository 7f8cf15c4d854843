package io.github.carelet.servlet.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page, filled in as a browser would send it: what is checked or typed, and the hidden fields. */
final class Filled {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Filled() {}

    /** Takes the form of a page that POSTs, with what is in it. */
    static Filled from(String html) {
        return from(Jsoup.parse(html).expectFirst("form[method=post]"));
    }

    static Filled from(Element form) {
        Filled filled = new Filled();
        form.select("input[name], textarea[name]").forEach(filled::take);
        return filled;
    }

    private void take(Element input) {
        boolean box =
                input.attr("type").equals("checkbox") || input.attr("type").equals("radio");
        if (!box || input.hasAttr("checked")) {
            fields.computeIfAbsent(input.attr("name"), name -> new ArrayList<>())
                    .add(input.normalName().equals("textarea") ? text(input) : input.attr("value"));
        }
    }

    /** A browser drops one line feed at the beginning of a text area. */
    private static String text(Element area) {
        return area.wholeText();
    }

    Filled set(String name, String... values) {
        fields.put(name, List.of(values));
        return this;
    }

    Filled without(String name) {
        fields.remove(name);
        return this;
    }

    /** Fills in what every request needs. */
    Filled asPatient() {
        return set("givenName", "Zoë Ñandú")
                .set("familyName", "İğdır-Øst")
                .set("phone", "(626) 555-0142")
                .set("patientType", "new")
                .set("bookingFor", "self")
                .set("consent", "2026-11")
                .set("preferred", "2026-12-02/morning", "2026-12-04/any");
    }

    String value(String name) {
        List<String> values = fields.getOrDefault(name, List.of(""));
        return values.get(0);
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    /** Returns what is filled in as a script would send it. */
    String json() throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (!values.get(0).isEmpty()) {
                json.put(name, name.equals("preferred") ? values : values.get(0));
            }
        });
        return new ObjectMapper().writeValueAsString(json);
    }

    static Document parse(String html) {
        return Jsoup.parse(html);
    }
}
