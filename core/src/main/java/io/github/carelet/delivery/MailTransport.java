package io.github.carelet.delivery;

import io.github.carelet.delivery.MailSource.Composition;
import io.github.carelet.delivery.SmtpServer.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages of kind {@code mail} by SMTP (RFC 5321), one connection and one recipient each. What they say comes from a
 * {@link MailSource} at each attempt. A recipient whom the server does not know is dead; all else is tried again. The
 * {@code Message-ID} is made of the message's id, so that a mail which arrives twice is known as one.
 *
 * <p>Needs Angus Mail ({@code org.eclipse.angus:angus-mail}) on the class path. Safe for use by several threads; has one
 * daemon thread of its own, which cuts off whoever exceeds the total time.
 */
public final class MailTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(MailTransport.class);

    /** No such mailbox, not here, no such name, no such address. */
    private static final Set<Integer> UNKNOWN_RECIPIENT = Set.of(550, 551, 553, 501);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_READ = Duration.ofSeconds(10);
    private static final Duration TO_WRITE = Duration.ofSeconds(10);
    private static final Duration TOTAL = Duration.ofSeconds(18);

    private final SmtpServer server;
    private final MailSource source;
    private final Optional<SSLSocketFactory> trusting;
    private final CutOff sockets;

    /** Makes one. */
    public MailTransport(SmtpServer server, MailSource source) {
        this(server, source, Optional.empty(), TOTAL);
    }

    MailTransport(SmtpServer server, MailSource source, Optional<SSLSocketFactory> trusting, Duration total) {
        this.server = server;
        this.source = source;
        this.trusting = trusting;
        this.sockets = new CutOff(total);
    }

    @Override
    public String kind() {
        return "mail";
    }

    /** One server for all: if it is slow or away, nothing but mails waits for it. */
    @Override
    public String lane(Message message) {
        return kind();
    }

    @Override
    public Delivery deliver(Message message) {
        Composition composition = source.compose(message);
        if (composition instanceof Composition.NotNeeded notNeeded) {
            return new Delivery.NotNeeded(notNeeded.reason());
        }
        if (composition instanceof Composition.NotYet notYet) {
            return new Delivery.Retry(notYet.reason());
        }
        return inOurClassLoader(message, ((Composition.Composed) composition).mail());
    }

    @Override
    public void close() {
        sockets.close();
    }

    /** The library finds its parts by the class loader of the thread, which may be that of a web application without it. */
    private Delivery inOurClassLoader(Message message, Mail mail) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            return send(message, mail);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Delivery send(Message message, Mail mail) {
        Session session = Session.getInstance(properties(mail));
        try {
            MimeMail mime = MimeMail.of(session, mail, message.id(), message.dueAt());
            return send(mime, session.getTransport("smtp"));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return failed(e);
        }
    }

    private Delivery send(MimeMail mime, jakarta.mail.Transport smtp) throws MessagingException {
        try {
            smtp.connect(
                    server.host(),
                    server.port(),
                    server.login().map(SmtpServer.Login::user).orElse(null),
                    server.login().map(SmtpServer.Login::password).orElse(null));
            smtp.sendMessage(mime, mime.getAllRecipients());
            return new Delivery.Delivered("SMTP 250");
        } finally {
            hangUp(smtp);
        }
    }

    /** What was taken is taken, however the conversation ends. */
    private static void hangUp(jakarta.mail.Transport smtp) {
        try {
            smtp.close();
        } catch (MessagingException e) {
            LOG.debug("An SMTP server did not say goodbye: {}", e.getClass().getName());
        }
    }

    /** Not with the words of the exception: they quote the server, and the server quotes the recipient. */
    private static Delivery failed(Exception failure) {
        LOG.debug("A mail was not taken: {}", failure.getClass().getName());
        if (failure instanceof AuthenticationFailedException) {
            return new Delivery.Retry("SMTP login refused");
        }
        Exception last = failure;
        for (Exception each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException refused) {
                String seen = "SMTP " + refused.getReturnCode();
                return UNKNOWN_RECIPIENT.contains(refused.getReturnCode())
                        ? new Delivery.Dead(seen)
                        : new Delivery.Retry(seen);
            }
            last = each;
        }
        return new Delivery.Retry(
                failure instanceof SMTPSendFailedException refused
                        ? "SMTP " + refused.getReturnCode()
                        : last.getClass().getSimpleName());
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private Properties properties(Mail mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", millis(TO_CONNECT));
        properties.setProperty("mail.smtp.timeout", millis(TO_READ));
        properties.setProperty("mail.smtp.writetimeout", millis(TO_WRITE));
        properties.put("mail.smtp.executor.writetimeout", sockets.timer());
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        // Who we are is not asked of the network: a slow name server would hold up the mail.
        properties.setProperty("mail.smtp.localhost", mail.from().domain());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        String startTls = Boolean.toString(server.security() == Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        boolean ascii = mail.to().chars().allMatch(sign -> sign < 128);
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(!ascii));
        trusting.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
