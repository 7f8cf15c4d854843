package io.github.carelet.servlet;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Entrance;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.IncludedRequest;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.http.ReplyWriter;
import io.github.carelet.servlet.http.SlowBodyException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that Carelet answers, below one mount path of the host's choice:
 *
 * <pre>{@code
 * context.addServlet("carelet", new CareletServlet(carelet)).addMapping("/carelet/*");
 * }</pre>
 *
 * <p>Whoever built the {@link Carelet} closes it. In a {@code web.xml} there is nobody to build one: there the init-param
 * {@value #CONFIG} names a JSON file, and the servlet builds and closes its own. It sets no cookie, opens no session and
 * starts no thread but those of a Carelet that it builds.
 */
public final class CareletServlet extends HttpServlet {

    /** The init-param that names a configuration file; see {@link Carelet#configured}. */
    public static final String CONFIG = "carelet.config";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CareletServlet.class);

    private final transient Optional<Carelet> given;
    private final transient StaffAccess access;
    private transient Optional<Carelet> own = Optional.empty();
    private transient Entrance entrance = Entrance.ofContainer();
    private transient Optional<Routes> made = Optional.empty();
    private transient Handler routes = exchange -> Reply.text(503, "Not started yet.\n");

    /** Serves what the given Carelet holds; the container knows who works at the clinic. */
    public CareletServlet(Carelet carelet) {
        this(carelet, StaffAccess.container());
    }

    /** Serves what the given Carelet holds; the host says who works at the clinic. */
    public CareletServlet(Carelet carelet, StaffAccess access) {
        this.given = Optional.of(carelet);
        this.access = access;
    }

    /** For containers: serves what the file of the init-param {@value #CONFIG} says. */
    public CareletServlet() {
        this.given = Optional.empty();
        this.access = StaffAccess.container();
    }

    @Override
    public void init() throws ServletException {
        if (given.isEmpty()) {
            own = Optional.of(build());
        }
        Routes started = made();
        entrance = Entrance.of(carelet());
        routes = started;
        Mount.add(getServletContext(), getServletName(), started);
    }

    /** Returns the fragments that it answers with, for templates that need not wait until it is started. */
    Fragments fragments(String base) {
        return made().fragments(base);
    }

    private synchronized Routes made() {
        Routes all = made.orElseGet(() -> new Routes(carelet(), access));
        made = Optional.of(all);
        return all;
    }

    private Carelet carelet() {
        return given.or(() -> own)
                .orElseThrow(() -> new IllegalStateException(
                        "a servlet that builds a Carelet of its own has none before it is started"));
    }

    private Carelet build() throws ServletException {
        String file = getInitParameter(CONFIG);
        if (file == null) {
            throw new ServletException("servlet '" + getServletName() + "' has no init-param '" + CONFIG
                    + "': expected the path of a JSON file");
        }
        try {
            return Carelet.configured(located(file)).build();
        } catch (RuntimeException e) {
            throw new ServletException("Carelet can't start as " + file + " says: " + e.getMessage(), e);
        }
    }

    /** A file that comes with the application is named by its path in there. */
    private Path located(String file) throws ServletException {
        if (!file.startsWith("/WEB-INF/")) {
            return Path.of(file);
        }
        String real = getServletContext().getRealPath(file);
        if (real == null) {
            throw new ServletException(
                    file + " is in an application that is not unpacked: expected a path outside of it");
        }
        return Path.of(real);
    }

    @Override
    public void destroy() {
        Mount.remove(getServletContext(), getServletName());
        own.ifPresent(Carelet::close);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (IncludedRequest.isIncluded(request)) {
            include(new Exchange(IncludedRequest.of(request), entrance), response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        Exchange exchange = new Exchange(request, entrance);
        ReplyWriter.write(answer(exchange), !exchange.method().equals("HEAD"), response);
    }

    /** Only content goes into a host's page: what belongs to a patient has a document of its own. */
    private void include(Exchange exchange, HttpServletResponse page) throws ServletException, IOException {
        if (!exchange.path().startsWith("/fragments/")) {
            throw new ServletException(
                    "'" + exchange.path() + "' can't be included in a page: expected a path below" + " /fragments/");
        }
        ReplyWriter.include(answer(exchange), page);
    }

    private Reply answer(Exchange exchange) throws IOException {
        try {
            return routes.handle(exchange);
        } catch (SlowBodyException e) {
            LOG.debug("A {} below {} was given up", exchange.method(), exchange.base(), e);
            return Reply.text(408, "This did not come in time. Send it again, or call the clinic.\n")
                    .with("Connection", "close");
        } catch (RuntimeException e) {
            LOG.error("A {} below {} failed", exchange.method(), exchange.base(), e);
            return Reply.text(500, "Something went wrong on our side. Call the clinic.\n");
        }
    }
}
