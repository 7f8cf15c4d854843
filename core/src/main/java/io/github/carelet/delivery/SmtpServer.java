package io.github.carelet.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that takes mails, and how it is talked to. Never prints the password.
 *
 * @param host its name or address
 * @param port its port
 * @param security how the connection is protected
 * @param login by what it knows us, if it asks
 */
public record SmtpServer(String host, int port, Security security, Optional<Login> login) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");

    /** How a connection is protected. With TLS, the server must prove its name. */
    public enum Security {
        /** In the clear until both have agreed on TLS, without which nothing is sent; port 587. */
        STARTTLS(587),
        /** By TLS from the first byte; port 465. */
        TLS(465),
        /** Not at all: for a server on the same machine or in a network that is trusted; port 25. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** Returns the usual port. */
        public int port() {
            return port;
        }

        /**
         * Reads one: {@code starttls}, {@code tls} or {@code none}.
         *
         * @throws IllegalArgumentException if it is none of these
         */
        public static Security parse(String text) {
            for (Security each : values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is no security: expected starttls, tls or none");
        }
    }

    /**
     * By what a server knows us.
     *
     * @param user the name
     * @param password the password
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /**
     * Checks host and port.
     *
     * @throws IllegalArgumentException if they can't be
     */
    public SmtpServer {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("'" + host + "' is no host: expected like smtp.example.org");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + port + "' is no port: expected 1 to 65535");
        }
    }

    /** Returns whether the library is there that mails are sent with, Angus Mail. */
    public static boolean isLibraryThere() {
        try {
            Class.forName("org.eclipse.angus.mail.smtp.SMTPTransport", false, SmtpServer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Returns a server that is talked to by STARTTLS, without a login. */
    public static SmtpServer of(String host) {
        return new SmtpServer(host, Security.STARTTLS.port(), Security.STARTTLS, Optional.empty());
    }

    /** Returns the same, with a login. */
    public SmtpServer withLogin(String user, String password) {
        return new SmtpServer(host, port, security, Optional.of(new Login(user, password)));
    }
}
