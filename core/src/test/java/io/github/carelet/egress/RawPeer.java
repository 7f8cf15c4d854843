package io.github.carelet.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A receiver without manners: reads a request's head, then behaves as it was told, byte by byte. */
public final class RawPeer implements AutoCloseable {

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What it does with a connection. */
    public interface Behaviour {
        void answer(RawPeer peer, OutputStream out) throws IOException, InterruptedException;
    }

    public RawPeer(String address, int port, Behaviour behaviour) {
        try {
            this.server = new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.behaviour = behaviour;
        daemon(this::accept);
    }

    public static RawPeer saying(String answer) {
        return new RawPeer("127.0.0.1", 0, (peer, out) -> peer.write(out, answer));
    }

    /** Answers, then says nothing more and keeps the line open. */
    public static RawPeer hangingAfter(String answer) {
        return new RawPeer("127.0.0.1", 0, (peer, out) -> {
            peer.write(out, answer);
            peer.closing.await();
        });
    }

    /** Repeats a piece in short intervals until the other side has enough. */
    public static RawPeer repeating(String start, String piece, long pauseMillis) {
        return new RawPeer("127.0.0.1", 0, (peer, out) -> {
            peer.write(out, start);
            boolean over = false;
            while (!over) {
                peer.write(out, piece);
                over = peer.closing.await(pauseMillis, TimeUnit.MILLISECONDS);
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public long written() {
        return written.get();
    }

    public void write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes);
        out.flush();
        written.addAndGet(bytes.length);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            closing.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            readHead(socket.getInputStream());
            behaviour.answer(this, socket.getOutputStream());
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int matched = 0;
        for (int next = in.read(); next >= 0 && matched < 4; next = matched < 4 ? in.read() : next) {
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }
}
