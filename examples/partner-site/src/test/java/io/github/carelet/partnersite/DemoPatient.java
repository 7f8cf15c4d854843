package io.github.carelet.partnersite;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A patient in front of a demo that runs, with a browser without scripts. */
final class DemoPatient {

    /** Where a demo is. */
    interface Place {

        /** Returns an address on it. */
        URI at(String path);
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FORM = "/carelet/book?partner=demo&lang=en&type=pt-evaluation&location=arcadia";

    private DemoPatient() {}

    /** Returns the body of a form of a new visit, filled in. */
    static String filledIn(Place demo) throws IOException, InterruptedException {
        return filledIn(demo, "Kim");
    }

    /**
     * Returns the body of a form of a new visit, filled in for somebody of that name, with the last time on the page: the
     * first one comes too soon a moment later.
     */
    static String filledIn(Place demo, String name) throws IOException, InterruptedException {
        List<String> times =
                Jsoup.parse(get(demo, FORM).body()).select("[name=preferred]").eachAttr("value");
        String time = times.get(times.size() - 1);
        Document page =
                Jsoup.parse(get(demo, FORM + "&preferred=" + encode(time)).body());
        FormElement form = (FormElement) page.expectFirst("form[action^=/carelet/bookings]");
        form.expectFirst("[name=givenName]").val(name);
        form.expectFirst("[name=familyName]").val("Example");
        form.expectFirst("[name=phone]").val("+1 626 555-0142");
        form.expectFirst("[name=consent]").attr("checked", "");
        Stream<KeyVal> entered =
                form.formData().stream().filter(each -> !each.value().isEmpty());
        return entered.map(each -> encode(each.key()) + "=" + encode(each.value()))
                .collect(Collectors.joining("&"));
    }

    static HttpResponse<String> get(Place demo, String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(demo.at(path)).build(), BodyHandlers.ofString());
    }

    /** Sends a form, as a browser does from the sandboxed frame. */
    static HttpResponse<String> post(Place demo, String body) throws IOException, InterruptedException {
        return post(demo, body, "text/html");
    }

    static HttpResponse<String> post(Place demo, String body, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(demo.at("/carelet/bookings"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accept)
                .header("Origin", "null")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
