package io.github.carelet.examples.benchmarks;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The control: Carelet, asked for another instance each time, so that it finds nothing in memory. */
final class ForgetfulServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int FIRST = 10_000_000;

    private final HttpServlet carelet;
    private final AtomicInteger instance = new AtomicInteger(FIRST);

    ForgetfulServlet(HttpServlet carelet) {
        this.carelet = carelet;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        carelet.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String query = "instance=i" + instance.incrementAndGet();
        carelet.service(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return query;
                    }
                },
                response);
    }
}
