package io.github.carelet.examples.hosts;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.CareletServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A host as there are many: a filter that sets the encoding, one that looks for a method in each form, one that asks each form
 * for the token of its session, uploads, and a page of its own. Carelet is mounted in it where it is told.
 *
 * @param mounts path of a servlet, such as {@code /care}, and what is served there
 * @param uploads where the container puts what is uploaded
 */
record HostSite(Map<String, Carelet> mounts, Path uploads) implements ServletContainerInitializer {

    /** The host's own page: a form with the token of a session. */
    static final String OWN = "/own";

    /** Forwards to the path, in the same context, that {@code to} names; {@link #LATER} does so in another thread. */
    static final String FORWARD = "/forward";

    static final String LATER = "/later";

    private static final String TOKEN = "_csrf";

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        filter(context, "encoding", (request, response, chain) -> {
            request.setCharacterEncoding("UTF-8");
            chain.doFilter(request, response);
        });
        filter(context, "method", (request, response, chain) -> {
            // Reads the body of each form, as filters for hidden methods do.
            Optional.ofNullable(request.getParameter("_method"))
                    .ifPresent(method -> request.setAttribute("method", method));
            chain.doFilter(request, response);
        });
        filter(
                context,
                "csrf",
                (request, response, chain) ->
                        guard((HttpServletRequest) request, (HttpServletResponse) response, chain));
        for (Map.Entry<String, Carelet> mount : new TreeMap<>(mounts).entrySet()) {
            ServletRegistration.Dynamic servlet =
                    context.addServlet("carelet at " + mount.getKey(), new CareletServlet(mount.getValue()));
            servlet.addMapping(mount.getKey() + "/*");
            servlet.setLoadOnStartup(1);
            servlet.setMultipartConfig(new MultipartConfigElement(uploads.toString(), 1_000_000, 1_000_000, 0));
        }
        context.addServlet("own", new OwnPage()).addMapping(OWN);
        context.addServlet("forward", new Elsewhere(false)).addMapping(FORWARD);
        ServletRegistration.Dynamic later = context.addServlet("later", new Elsewhere(true));
        later.addMapping(LATER);
        later.setAsyncSupported(true);
    }

    private static void filter(ServletContext context, String name, Filter filter) {
        var registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    /** As security frameworks do it, with the one exception that Carelet needs: its forms have no session. */
    private static void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean own = request.getServletPath().equals(OWN);
        boolean changes = request.getMethod().equals("POST");
        if (own && changes && !token(request).equals(Optional.ofNullable(request.getParameter(TOKEN)))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> String.valueOf(session.getAttribute(TOKEN)));
    }

    private static final class OwnPage extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String token = "token of " + request.getSession().getId();
            request.getSession().setAttribute(TOKEN, token);
            response.setContentType("text/html; charset=utf-8");
            response.getWriter()
                    .write("<form method=\"post\" action=\"own\"><input type=\"hidden\" name=\"_csrf\" value=\"" + token
                            + "\"><button>Send</button></form>");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("Thank you");
        }
    }

    private static final class Elsewhere extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final boolean later;

        Elsewhere(boolean later) {
            this.later = later;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String to = request.getParameter("to");
            if (later) {
                request.startAsync().dispatch(to);
            } else {
                request.getRequestDispatcher(to).forward(request, response);
            }
        }
    }
}
