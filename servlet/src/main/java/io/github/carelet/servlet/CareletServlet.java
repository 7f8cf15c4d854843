package io.github.carelet.servlet;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.http.Exchange;
import io.github.carelet.servlet.http.Reply;
import io.github.carelet.servlet.http.ReplyWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that Carelet answers, below one mount path of the host's choice:
 *
 * <pre>{@code
 * context.addServlet("carelet", new CareletServlet(carelet)).addMapping("/carelet/*");
 * }</pre>
 *
 * <p>Whoever built the {@link Carelet} closes it; the servlet does not. It sets no cookie, opens no session and starts no
 * thread.
 */
public final class CareletServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CareletServlet.class);

    private final transient Routes routes;

    /** Serves what the given Carelet holds. */
    public CareletServlet(Carelet carelet) {
        this.routes = new Routes(carelet);
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
