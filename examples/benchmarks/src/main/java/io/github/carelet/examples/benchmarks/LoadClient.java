package io.github.carelet.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sixteen connections that are kept alive, one thread: a request goes out on each of them, then the answers come in. Does
 * a fixed number of requests, and takes the answers for what the first one was: as long, and of the same status.
 */
final class LoadClient implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final int STATUS_LINE = 12;

    private final List<Socket> sockets = new ArrayList<>();

    LoadClient(int port) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
    }

    /** Asks once. */
    HttpAnswer ask(HttpRequest request) throws IOException {
        Socket socket = sockets.get(0);
        socket.getOutputStream().write(request.bytes());
        return HttpAnswer.read(socket.getInputStream());
    }

    /**
     * Asks so often, to the next multiple of the connections.
     *
     * @return how often it was
     */
    int load(HttpRequest request, int times) throws IOException {
        HttpAnswer first = ask(request);
        byte[] status = ("HTTP/1.1 " + first.status()).getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[first.length()];
        int done = 0;
        while (done < times) {
            for (Socket socket : sockets) {
                socket.getOutputStream().write(request.bytes());
            }
            for (Socket socket : sockets) {
                read(socket.getInputStream(), answer, status);
                done++;
            }
        }
        return done;
    }

    private static void read(InputStream in, byte[] answer, byte[] status) throws IOException {
        int length = in.readNBytes(answer, 0, answer.length);
        if (length != answer.length || !Arrays.equals(answer, 0, STATUS_LINE, status, 0, STATUS_LINE)) {
            throw new IOException("an answer of " + length + " bytes: expected " + answer.length + " and "
                    + new String(status, StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
