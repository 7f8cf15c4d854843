package io.github.carelet;

import io.github.carelet.booking.Audience;
import io.github.carelet.booking.Audience.Destination;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.delivery.FhirTransport;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.delivery.MailTransport;
import io.github.carelet.delivery.ResourceSource;
import io.github.carelet.delivery.SmtpServer;
import io.github.carelet.delivery.Transport;
import io.github.carelet.delivery.WebhookEndpoint;
import io.github.carelet.delivery.WebhookTransport;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the host wants to have told of bookings. Used by the one thread that builds. */
final class Destinations {

    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

    private final List<WebhookEndpoint> webhooks = new ArrayList<>();
    private final List<FhirServer> fhir = new ArrayList<>();
    private final Map<String, BookingListener> listeners = new LinkedHashMap<>();
    private Optional<SmtpServer> smtp = Optional.empty();
    private EgressRules egress = EgressRules.publicHttps();

    void add(WebhookEndpoint endpoint) {
        webhooks.add(endpoint);
    }

    void add(FhirServer server) {
        fhir.add(server);
    }

    void add(BookingListener listener) {
        listeners.put("host-" + (listeners.size() + 1), listener);
    }

    void mailBy(SmtpServer server) {
        smtp = Optional.of(server);
    }

    void allow(EgressRules rules) {
        egress = rules;
    }

    boolean isEmpty() {
        return webhooks.isEmpty() && fhir.isEmpty() && listeners.isEmpty() && smtp.isEmpty();
    }

    /** Adds everything that can't work. */
    void check(List<String> problems) {
        EgressGuard guard = guard();
        webhooks.forEach(webhook -> check(guard, "webhook '" + webhook.name() + "'", webhook.address(), problems));
        fhir.forEach(server -> check(guard, "FHIR server '" + server.name() + "'", server.address(), problems));
        Distinct.check("webhook", webhooks.stream().map(WebhookEndpoint::name).toList(), problems);
        Distinct.check("FHIR server", fhir.stream().map(FhirServer::name).toList(), problems);
        if (smtp.isPresent() && !SmtpServer.isLibraryThere()) {
            problems.add("mail(…) needs Angus Mail, which is not on the class path: add org.eclipse.angus:angus-mail"
                    + " 2.0 or newer to what your application depends on");
        }
    }

    /** Says which mails will not be sent, since the catalogue does not say enough. */
    void warnOfMails(Clinic clinic) {
        if (smtp.isPresent() && clinic.mailFrom().isEmpty()) {
            LOG.warn(
                    clinic.notifyAddresses().isEmpty()
                            ? "No mail can be sent: the catalogue has neither clinic.mailFrom nor clinic.notify"
                            : "Mails are sent by the first address of clinic.notify: the catalogue has no clinic.mailFrom");
        }
        if (smtp.isPresent() && clinic.notifyAddresses().isEmpty()) {
            LOG.warn("The clinic gets no mail: the catalogue has no clinic.notify");
        }
    }

    /** Returns who hears of each booking. */
    Audience audience() {
        Stream<Destination> hooks = webhooks.stream().map(each -> new Destination("webhook", each.name()));
        Stream<Destination> servers = fhir.stream().map(each -> new Destination("fhir", each.name()));
        Stream<Destination> own = listeners.keySet().stream().map(name -> new Destination("listener", name));
        return new Audience(Stream.of(hooks, servers, own).flatMap(each -> each).toList(), smtp.isPresent());
    }

    /** Returns what carries messages there. Whoever starts a dispatcher with them closes them with it. */
    List<Transport> open(MailSource mails, ResourceSource resources, InstantSource clock) {
        List<Transport> transports = new ArrayList<>();
        if (!webhooks.isEmpty()) {
            transports.add(new WebhookTransport(webhooks, guard(), clock));
        }
        if (!fhir.isEmpty()) {
            transports.add(new FhirTransport(fhir, resources, guard(), clock));
        }
        smtp.ifPresent(server -> transports.add(new MailTransport(server, mails)));
        if (!listeners.isEmpty()) {
            transports.add(new ListenerTransport(listeners));
        }
        return transports;
    }

    /** Returns what decides where anything goes. */
    EgressGuard guard() {
        return new EgressGuard(egress, HostResolver.system());
    }

    private static void check(EgressGuard guard, String what, URI address, List<String> problems) {
        try {
            guard.check(address);
        } catch (IllegalArgumentException e) {
            problems.add(what + ": " + e.getMessage());
        }
    }
}
