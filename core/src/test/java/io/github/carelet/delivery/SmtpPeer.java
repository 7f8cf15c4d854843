package io.github.carelet.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers as it was told, and remembers what it was said. */
final class SmtpPeer implements AutoCloseable {

    /** An answer that comes byte by byte, and never ends. */
    static final String DRIP = "(drip)";

    private final ServerSocket server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger drops = new AtomicInteger();
    private final Map<String, String> answers;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /**
     * Starts one.
     *
     * @param answers what it answers to commands that begin so, the end of the data being {@code .}; an empty answer hangs up
     */
    SmtpPeer(Map<String, String> answers) {
        this.answers = answers;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "smtp-peer");
        thread.setDaemon(true);
        thread.start();
    }

    SmtpServer address() {
        return new SmtpServer("127.0.0.1", server.getLocalPort(), SmtpServer.Security.NONE, java.util.Optional.empty());
    }

    /** Returns how many bytes of an endless answer were written. */
    int drops() {
        return drops.get();
    }

    List<String> said() {
        return said;
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                said.add("(cut off)");
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean goesOn = answer(out, "hello");
        boolean data = false;
        for (String line = in.readLine(); goesOn && line != null; line = in.readLine()) {
            said.add(line);
            if (!data || line.equals(".")) {
                goesOn = answer(out, line);
                data = line.equals("DATA") && answerTo(line).startsWith("354");
            }
        }
    }

    private boolean answer(OutputStream out, String command) throws IOException {
        String answer = answerTo(command);
        while (answer.equals(DRIP) && !isClosedAfter(20)) {
            out.write('2');
            drops.incrementAndGet();
        }
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !answer.isEmpty();
    }

    private boolean isClosedAfter(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answerTo(String command) {
        return answers.entrySet().stream()
                .filter(each -> command.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> usual(command));
    }

    private static String usual(String command) {
        if (command.equals("hello")) {
            return "220 peer.example\r\n";
        }
        return command.equals("DATA") ? "354 go on\r\n" : command.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n";
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
