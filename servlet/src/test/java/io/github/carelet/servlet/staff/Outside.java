package io.github.carelet.servlet.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookSecret;
import io.github.carelet.egress.EgressRules;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All whom a clinic tells of its bookings: a receiver of webhooks, a FHIR server and a mail server. They keep what came. */
final class Outside implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOPBACK = "127.0.0.1";
    private static final long PATIENCE = 60_000;

    private final HttpServer web;
    private final GreenMail post = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    private final List<String> hooks = Collections.synchronizedList(new ArrayList<>());
    private final List<String> resources = Collections.synchronizedList(new ArrayList<>());
    private final List<String> questions = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, ObjectNode> appointments = new LinkedHashMap<>();

    Outside() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 0);
        web.createContext("/hook", this::hear);
        web.createContext("/r4/", this::keep);
        web.start();
        post.start();
    }

    WebhookEndpoint hook() {
        return new WebhookEndpoint(
                "desk",
                URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/hook"),
                WebhookSecret.parse("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
    }

    FhirServer fhir() {
        return FhirServer.of(
                "ehr", URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/r4"));
    }

    SmtpServer smtp() {
        return new SmtpServer(LOOPBACK, post.getSmtp().getPort(), SmtpServer.Security.NONE, Optional.empty());
    }

    EgressRules rules() {
        return EgressRules.publicHttps().allowing(LOOPBACK, web.getAddress().getPort());
    }

    /** Comes back when so many of each have come. */
    void await(int hooksSoFar, int resourcesSoFar, int mailsSoFar) {
        awaitIn(hooks, hooksSoFar);
        awaitIn(resources, resourcesSoFar);
        if (!post.waitForIncomingEmail(PATIENCE, mailsSoFar)) {
            throw new IllegalStateException(mails().size() + " mails came: expected " + mailsSoFar);
        }
    }

    /** Returns each request that told of an event: all of its lines. */
    List<String> hooks() {
        return List.copyOf(hooks);
    }

    /** Returns each request that wrote an appointment: all of its lines. */
    List<String> resources() {
        return List.copyOf(resources);
    }

    /** Returns each request that asked what there is of an appointment. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    List<MimeMessage> mails() {
        return List.of(post.getReceivedMessages());
    }

    /** Returns a mail as it came, its lines unfolded, and once more with what its encodings hide. */
    static String read(MimeMessage mail) {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mail.writeTo(raw);
            StringBuilder all =
                    new StringBuilder(raw.toString(StandardCharsets.ISO_8859_1).replaceAll("=?\r\n[ \t]?", ""));
            all.append(mail.getSubject());
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(decoded(parts.getBodyPart(i)));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        web.stop(0);
        post.stop();
    }

    private static String decoded(BodyPart part) throws IOException, MessagingException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\r\n[ \t]", "");
    }

    private static void awaitIn(List<String> list, int size) {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        synchronized (list) {
            while (list.size() < size) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IllegalStateException(list.size() + " came: expected " + size);
                }
                try {
                    list.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void add(List<String> list, String each) {
        synchronized (list) {
            list.add(each);
            list.notifyAll();
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        String request = request(exchange);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        add(hooks, request);
    }

    /** Finds by identifier, creates, and updates: no more than is needed here. */
    private synchronized void keep(HttpExchange exchange) throws IOException {
        String request = request(exchange);
        boolean asks = exchange.getRequestMethod().equals("GET");
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        if (asks) {
            ArrayNode found = bundle.putArray("entry");
            appointments.values().stream()
                    .filter(each -> exchange.getRequestURI().getQuery().contains("|" + identifier(each) + "&"))
                    .forEach(each -> found.addObject().set("resource", each));
        } else {
            ObjectNode resource = (ObjectNode) JSON.readTree(request.substring(request.indexOf("\n\n")));
            String id = identifier(resource).toLowerCase(Locale.ROOT);
            appointments.put(id, resource.deepCopy().put("id", id));
        }
        byte[] answer = asks ? bundle.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(
                exchange.getRequestMethod().equals("POST") ? 201 : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
        add(asks ? questions : resources, request);
    }

    private static String identifier(JsonNode resource) {
        return resource.path("identifier").path(0).path("value").asText();
    }

    private static String request(HttpExchange exchange) throws IOException {
        StringBuilder all = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders().forEach((name, values) -> all.append(name + ": " + values + "\n"));
        return all + "\n" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
}
