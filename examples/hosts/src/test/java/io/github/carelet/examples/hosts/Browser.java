package io.github.carelet.examples.hosts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A browser without scripts and without cookies, as the sandboxed frame of the form is one. */
record Browser(HttpClient client) {

    Browser() {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Opens a page, which must be there. */
    Document open(URI address) throws IOException, InterruptedException {
        HttpResponse<String> page = get(address);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + page.statusCode() + ": " + page.body());
        }
        return Jsoup.parse(page.body(), address.toString());
    }

    /** Sends a form as it is filled in. */
    HttpResponse<String> submit(FormElement form) throws IOException, InterruptedException {
        return post(form, "Origin", "null", "Sec-Fetch-Site", "cross-site");
    }

    HttpResponse<String> post(FormElement form, String... headers) throws IOException, InterruptedException {
        String fields = form.formData().stream()
                .map(pair -> encode(pair.key()) + "=" + encode(pair.value()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(form.absUrl("action").replaceAll("#.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
