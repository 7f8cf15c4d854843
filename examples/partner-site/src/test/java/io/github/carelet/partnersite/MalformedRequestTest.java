package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.Carelet;
import io.github.carelet.privacy.KeyRing;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.StaffAccess;
import io.github.carelet.servlet.StaffRole;
import io.github.carelet.servlet.StaffUser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes arrive: an answer that blames the client, or none; and soon. */
class MalformedRequestTest {

    private static final String CONTEXT = "/clinic";
    private static final String BASE = CONTEXT + "/care";
    /** Held, for what nobody holds forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private static final int PATIENCE = 20_000;
    private static final int MOST_OF_CONTROL = 250;
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] ([0-9]{3})");
    private static final Pattern HEAD = Pattern.compile("(?s)HTTP/1\\.[01] [0-9]{3}.*?\\r\\n\\r\\n");
    private static final Pattern INJECTED = Pattern.compile("(?m)^" + HostileRequests.INJECTED);
    private static final Pattern TRACE = Pattern.compile("\\tat [a-z]+\\.|[a-z]+\\.[A-Z][A-Za-z]*(Exception|Error)\\b");

    @Test
    void onTomcat(@TempDir Path folder) throws Exception {
        TOMCAT.setLevel(Level.OFF);
        Tomcat tomcat = new Tomcat();
        try (Carelet carelet = carelet(folder)) {
            tomcat.setBaseDir(folder.resolve("tomcat").toString());
            tomcat.setPort(0);
            tomcat.getHost().getPipeline().addValve(LocalTomcat.silentErrors());
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext(CONTEXT, null);
            Tomcat.addServlet(context, "carelet", new CareletServlet(carelet, everybody()))
                    .addMapping("/care/*");
            Tomcat.addServlet(context, "buggy", new Buggy()).addMapping("/buggy/*");
            tomcat.start();
            check("Tomcat", tomcat.getConnector().getLocalPort());
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void onJetty(@TempDir Path folder) throws Exception {
        Server jetty = new Server();
        try (Carelet carelet = carelet(folder)) {
            ServerConnector connector = new ServerConnector(jetty);
            connector.setHost("127.0.0.1");
            jetty.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler(CONTEXT);
            context.addServlet(new ServletHolder(new CareletServlet(carelet, everybody())), "/care/*");
            context.addServlet(new ServletHolder(new Buggy()), "/buggy/*");
            jetty.setHandler(context);
            jetty.start();
            assertThat(check("Jetty", connector.getLocalPort()).logged())
                    .as("the control: what fails is logged")
                    .contains("\tat ");
            jetty.stop();
        }
    }

    @Test
    void whoeverNeverAnswersIsSeen() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            byte[] request = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(send(silent.getLocalPort(), request, 100)).isEmpty();
        }
    }

    private static Carelet carelet(Path folder) {
        return Carelet.builder(SampleClinic.source())
                .storage(folder.resolve("data"))
                .keys(KeyRing.ephemeral())
                .withoutLimits()
                .build();
    }

    /** Lets everybody in, so that what is behind the door is tried, too. */
    private static StaffAccess everybody() {
        return request -> Optional.of(new StaffUser("ann", StaffRole.ADMIN));
    }

    /** Returns what came of the control. */
    private static Tried check(String container, int port) throws IOException {
        List<HostileRequests.Request> requests = HostileRequests.below(BASE);
        Tried ours;
        Tried control;
        PrintStream err = System.err;
        try {
            ours = tried(port, requests);
            control = tried(port, HostileRequests.below(CONTEXT + "/buggy").subList(0, MOST_OF_CONTROL));
        } finally {
            System.setErr(err);
        }
        System.out.println("malformed requests to " + container
                + " that are answered by an error of ours, a trace, a line of theirs, or not in time: "
                + ours.wrong().size() + " of " + requests.size() + ", answers " + ours.answers()
                + "; control, a servlet that fails: " + control.wrong().size() + " of " + MOST_OF_CONTROL);
        assertThat(ours.wrong()).isEmpty();
        assertThat(ours.logged()).doesNotContain("\tat ").doesNotContainPattern(INJECTED);
        assertThat(ours.answers()).isGreaterThan(requests.size() / 2);
        assertThat(control.wrong()).hasSizeGreaterThan(MOST_OF_CONTROL / 10);
        return control;
    }

    /**
     * What came of requests.
     *
     * @param wrong what should not have
     * @param answers how many answers came
     * @param logged what was logged meanwhile
     */
    private record Tried(List<String> wrong, int answers, String logged) {}

    /** Keeps what is logged out of the way, and looks at it. */
    private static Tried tried(int port, List<HostileRequests.Request> requests) throws IOException {
        List<String> wrong = new ArrayList<>();
        int answers = 0;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream kept = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setErr(kept);
            for (HostileRequests.Request request : requests) {
                Optional<String> answer = send(port, request.bytes(), PATIENCE);
                answers += answer.map(MalformedRequestTest::answers).orElse(0);
                problem(answer).ifPresent(each -> wrong.add(request.name() + ": " + each));
            }
        }
        return new Tried(wrong, answers, log.toString(StandardCharsets.UTF_8));
    }

    private static int answers(String text) {
        return (int) STATUS.matcher(text).results().count();
    }

    /** What HTTP asks servers to say to encodings and versions that they do not know is no error of theirs. */
    private static Optional<String> problem(Optional<String> answer) {
        if (answer.isEmpty()) {
            return Optional.of("no answer in time");
        }
        Matcher status = STATUS.matcher(answer.get());
        while (status.find()) {
            if (status.group(1).matches("5..") && !status.group(1).matches("501|505")) {
                return Optional.of(status.group());
            }
        }
        Matcher trace = TRACE.matcher(answer.get());
        if (trace.find()) {
            return Optional.of(trace.group());
        }
        boolean injected = HEAD.matcher(answer.get())
                .results()
                .anyMatch(head -> INJECTED.matcher(head.group()).find());
        return injected ? Optional.of("a line of the request") : Optional.empty();
    }

    /** Sends bytes and no more, and returns what comes until the end of the connection; empty if that does not come. */
    private static Optional<String> send(int port, byte[] request, int patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
            socket.setSoTimeout(patience);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            } catch (IOException e) {
                // Whoever has heard enough may hang up; what came before counts.
                return Optional.of(answer.toString(StandardCharsets.ISO_8859_1));
            }
            return Optional.of(answer.toString(StandardCharsets.ISO_8859_1));
        }
    }

    /** Fails at everything, and says how. */
    private static final class Buggy extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
