package io.github.carelet.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sockets and closes them when their time is up, whatever their peer does meanwhile: one that answers one byte at a
 * time keeps within every timeout of a read. Safe for use by several threads; has one daemon thread.
 */
final class CutOff extends SocketFactory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CutOff.class);

    private final Duration time;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    /** Lets each socket live for so long. */
    CutOff(Duration time) {
        this.time = time;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "carelet-mail-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Returns what else may be timed by the same thread. */
    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    @Override
    public Socket createSocket() {
        open.removeIf(Socket::isClosed);
        Socket socket = new Socket();
        open.add(socket);
        timer.schedule(() -> cut(socket), time.toMillis(), TimeUnit.MILLISECONDS);
        return socket;
    }

    private void cut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed: {}", e.getClass().getName());
        }
    }

    /** Closes all of them. */
    @Override
    public void close() {
        timer.shutdownNow();
        open.forEach(this::cut);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw notConnected();
    }

    private static UnsupportedOperationException notConnected() {
        return new UnsupportedOperationException("sockets are connected by whoever asks for them");
    }
}
