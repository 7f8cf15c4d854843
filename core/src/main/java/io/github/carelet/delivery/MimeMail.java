package io.github.carelet.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A mail as it travels: text, HTML and calendar as alternatives of one another. Its id is that of the message that it is
 * made of, so it stays the same however often it has to be sent.
 */
final class MimeMail extends MimeMessage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final String id;

    private MimeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * Returns a mail.
     *
     * @param messageId the id of the message
     * @param writtenAt when it was written
     */
    static MimeMail of(Session session, Mail mail, String messageId, Instant writtenAt)
            throws MessagingException, UnsupportedEncodingException {
        MimeMail mime =
                new MimeMail(session, "<" + messageId + "@" + mail.from().domain() + ">");
        mime.setFrom(new InternetAddress(mail.from().address(), mail.from().name(), "UTF-8"));
        mime.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), null, null));
        mime.setSubject(mail.subject(), "UTF-8");
        mime.setHeader("Date", DATE.format(writtenAt.atOffset(ZoneOffset.UTC)));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
        mime.setHeader("Content-Language", mail.language());
        mime.setContent(alternatives(mail));
        mime.saveChanges();
        return mime;
    }

    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "text/plain; charset=utf-8"));
        parts.addBodyPart(part(mail.html(), "text/html; charset=utf-8"));
        if (mail.calendar().isPresent()) {
            Mail.CalendarPart calendar = mail.calendar().get();
            parts.addBodyPart(part(calendar.content(), "text/calendar; charset=utf-8; method=" + calendar.method()));
        }
        return parts;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
