package io.github.carelet.servlet;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Handler;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.http.ReplyWriter;
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
 * starts no thread.
 */
public final class CareletServlet extends HttpServlet {

    /** The init-param that names a configuration file; see {@link Carelet#configured}. */
    public static final String CONFIG = "carelet.config";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CareletServlet.class);

    private final transient Optional<Carelet> given;
    private transient Optional<Carelet> own = Optional.empty();
    private transient Handler routes = exchange -> Reply.text(503, "Not started yet.\n");

    /** Serves what the given Carelet holds. */
    public CareletServlet(Carelet carelet) {
        this.given = Optional.of(carelet);
    }

    /** For containers: serves what the file of the init-param {@value #CONFIG} says. */
    public CareletServlet() {
        this.given = Optional.empty();
    }

    @Override
    public void init() throws ServletException {
        if (given.isEmpty()) {
            own = Optional.of(build());
        }
        routes = new Routes(given.or(() -> own).orElseThrow());
    }

    private Carelet build() throws ServletException {
        String file = getInitParameter(CONFIG);
        if (file == null) {
            throw new ServletException("servlet '" + getServletName() + "' has no init-param '" + CONFIG
                    + "': expected the path of a JSON file");
        }
        try {
            return Carelet.configured(Path.of(file)).build();
        } catch (RuntimeException e) {
            throw new ServletException("Carelet can't start as " + file + " says: " + e.getMessage(), e);
        }
    }

    @Override
    public void destroy() {
        own.ifPresent(Carelet::close);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        Exchange exchange = new Exchange(request);
        ReplyWriter.write(answer(exchange), !exchange.method().equals("HEAD"), response);
    }

    private Reply answer(Exchange exchange) throws IOException {
        try {
            return routes.handle(exchange);
        } catch (RuntimeException e) {
            LOG.error("A {} below {} failed", exchange.method(), exchange.base(), e);
            return Reply.text(500, "Something went wrong on our side. Call the clinic.\n");
        }
    }
}
