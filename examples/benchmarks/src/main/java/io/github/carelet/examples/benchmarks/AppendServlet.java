package io.github.carelet.examples.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The limit of a durable booking: appends what was sent to a log, and answers once it was forced to the disk. One thread
 * forces what all have appended by then; the others wait for it.
 */
final class AppendServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient FileChannel log;
    private long appended;
    private long forced;
    private boolean forcing;

    AppendServlet(Path file) throws IOException {
        log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            force(append(body));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
        Wire.body(response, body);
    }

    private synchronized long append(byte[] body) throws IOException {
        log.write(ByteBuffer.wrap(body));
        return ++appended;
    }

    private void force(long mine) throws IOException, InterruptedException {
        long upTo;
        synchronized (this) {
            while (forcing && forced < mine) {
                wait();
            }
            if (forced >= mine) {
                return;
            }
            forcing = true;
            upTo = appended;
        }
        log.force(false);
        synchronized (this) {
            forced = upTo;
            forcing = false;
            notifyAll();
        }
    }
}
