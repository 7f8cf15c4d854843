package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that begin and never end, half of them in the middle of a header, half in the middle of a form. Short by default; with
 * {@code -Dslow.clients=500} as many.
 */
class SlowClientsTest {

    private static final int SLOW = Integer.getInteger("slow.clients", 100);
    private static final int PATIENTS = 5;

    @Test
    @Timeout(120)
    void patientsAreServedMeanwhile(@TempDir Path folder) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (DemoProcess demo = DemoProcess.start(folder.resolve("data"), "--limits", "off")) {
            URI address = demo.at("/");
            for (int i = 0; i < SLOW; i++) {
                slow.add(begun(address, i % 2 == 0 ? header() : form()));
            }
            int served = 0;
            for (int i = 0; i < PATIENTS; i++) {
                String form = DemoPatient.filledIn(demo, "Kim " + i);
                served += DemoPatient.post(demo, form).statusCode() == 303 ? 1 : 0;
            }
            int waiting = 0;
            for (Socket each : slow) {
                waiting += isWaitedFor(each) ? 1 : 0;
            }
            System.out.println("patients served beside " + SLOW + " clients that begin and never end: " + served
                    + " of " + PATIENTS + "; control: " + waiting + " of these are still waited for");
            assertThat(served).isEqualTo(PATIENTS);
            assertThat(waiting).isEqualTo(SLOW);
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    private static String header() {
        return "GET /carelet/pages/treatments HTTP/1.1\r\nHost: clinic.example\r\nX-Slow: ";
    }

    private static String form() {
        return "POST /carelet/bookings HTTP/1.1\r\nHost: clinic.example\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntoken=";
    }

    private static Socket begun(URI address, String beginning) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static boolean isWaitedFor(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
