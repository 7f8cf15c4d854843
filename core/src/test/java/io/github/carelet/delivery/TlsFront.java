package io.github.carelet.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What many mail servers have in front of them: it speaks TLS, from the first byte or after STARTTLS (RFC 3207), and passes on what
 * comes through it to a server that does not. Remembers what it was said in the clear.
 */
final class TlsFront implements AutoCloseable {

    private final ServerSocket server;
    private final SSLContext tls;
    private final int behind;
    private final boolean startTls;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    TlsFront(SSLContext tls, int behind, boolean startTls) throws IOException {
        this.tls = tls;
        this.behind = behind;
        this.startTls = startTls;
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> inTheClear() {
        return inTheClear;
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (!startTls || agrees(socket)) {
                    relay(socket);
                }
            } catch (IOException e) {
                // Whoever does not trust the certificate hangs up: the next one, please.
                continue;
            }
        }
    }

    private boolean agrees(Socket socket) throws IOException {
        say(socket, "220 front.example\r\n");
        for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
            inTheClear.add(line);
            if (line.equals("STARTTLS")) {
                say(socket, "220 go on\r\n");
                return true;
            }
            say(socket, line.startsWith("EHLO") ? "250-front.example\r\n250 STARTTLS\r\n" : "530 STARTTLS first\r\n");
        }
        return false;
    }

    private void relay(Socket socket) throws IOException {
        try (SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
                Socket mails = new Socket(InetAddress.getByName("127.0.0.1"), behind)) {
            secured.setUseClientMode(false);
            secured.startHandshake();
            if (startTls) {
                // The client was greeted before.
                line(mails);
            }
            Thread back = daemon(() -> copy(mails, secured));
            copy(secured, mails);
            back.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            try {
                to.close();
            } catch (IOException again) {
                throw new UncheckedIOException(again);
            }
        }
    }

    /** Byte by byte: nothing may be read ahead of what is encrypted. */
    private static String line(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void say(Socket socket, String words) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
