package io.github.carelet.examples.benchmarks;

import io.github.carelet.Carelet;
import io.github.carelet.booking.Inbox;
import io.github.carelet.booking.InboxCursor;
import io.github.carelet.booking.InboxEntry;
import io.github.carelet.booking.InboxFilter;
import io.github.carelet.booking.InboxPage;
import io.github.carelet.servlet.CareletServlet;
import io.github.carelet.servlet.StaffRole;
import io.github.carelet.servlet.StaffUser;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A full inbox in which everybody works at the clinic; and, at {@value #SCAN}, a search that opens every booking. */
final class InboxServlet extends HttpServlet {

    static final String SCAN = "/scan";

    private static final long serialVersionUID = 1L;

    private final transient Carelet carelet;
    private final HttpServlet servlet;

    InboxServlet(Carelet carelet) throws Exception {
        this.carelet = carelet;
        servlet = new CareletServlet(carelet, request -> Optional.of(new StaffUser("desk", StaffRole.ADMIN)));
        FullInbox.fill(carelet);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        servlet.init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (SCAN.equals(request.getPathInfo())) {
            Wire.body(response, Integer.toString(scan(request.getQueryString())).getBytes(StandardCharsets.US_ASCII));
        } else {
            servlet.service(request, response);
        }
    }

    private int scan(String family) {
        Inbox inbox = carelet.inbox().orElseThrow().of("desk");
        int found = 0;
        Optional<InboxCursor> after = Optional.empty();
        do {
            InboxPage page = inbox.list(InboxFilter.open(), after, Inbox.MOST_ON_A_PAGE);
            for (InboxEntry each : page.entries()) {
                found += each.booking().patient().familyName().startsWith(family) ? 1 : 0;
            }
            after = page.next();
        } while (after.isPresent());
        return found;
    }
}
