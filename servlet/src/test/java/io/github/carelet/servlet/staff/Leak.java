package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.delivery.Delivery;
import io.github.carelet.delivery.Mail;
import io.github.carelet.delivery.MailSource;
import io.github.carelet.delivery.MailTransport;
import io.github.carelet.delivery.Message;
import io.github.carelet.delivery.WebhookTransport;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.HostResolver;
import java.util.List;
import java.util.Optional;

/**
 * Wrong on purpose: says something in a webhook and in a mail, by the transports that carry the right ones.
 *
 * @param outside who hears it
 * @param words what is said; a letter that is not ASCII has it encoded in the mail
 */
record Leak(Outside outside, String words) {

    void run() {
        EgressGuard guard = new EgressGuard(outside.rules(), HostResolver.system());
        try (WebhookTransport hooks = new WebhookTransport(List.of(outside.hook()), guard, () -> StaffSite.START);
                MailTransport mails = new MailTransport(outside.smtp(), this::mail)) {
            assertThat(hooks.deliver(message("webhook"))).isInstanceOf(Delivery.Delivered.class);
            assertThat(mails.deliver(message("mail"))).isInstanceOf(Delivery.Delivered.class);
        }
    }

    private Message message(String kind) {
        return new Message("leak", kind, "desk", "b1", words, StaffSite.START);
    }

    private MailSource.Composition mail(Message message) {
        return new MailSource.Composition.Composed(new Mail(
                new Mail.Sender("clinic@example.org", "Maple"),
                "desk@example.org",
                "Hello",
                "en",
                message.payload(),
                "<p>Hello</p>",
                Optional.empty()));
    }
}
