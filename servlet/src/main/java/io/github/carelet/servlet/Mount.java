package io.github.carelet.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a web application finds the Carelets that are mounted in it: an attribute of its context for each, as long as its
 * servlet is in service.
 */
final class Mount {

    private static final String PREFIX = Fragments.class.getName() + ":";
    private static final String EVERYTHING_BELOW = "/*";

    private Mount() {}

    /** Lets others find what a servlet mounts. One that is mapped to no path prefix can't be found: no link would lead there. */
    static void add(ServletContext context, String servletName, Routes routes) {
        path(context, servletName)
                .ifPresent(path ->
                        context.setAttribute(PREFIX + servletName, routes.fragments(context.getContextPath() + path)));
    }

    static void remove(ServletContext context, String servletName) {
        context.removeAttribute(PREFIX + servletName);
    }

    static Fragments only(ServletContext context) {
        List<String> names = names(context);
        if (names.size() != 1) {
            throw new IllegalStateException("Carelet is mounted and started as " + names
                    + ": expected one, or the name of one. Give a CareletServlet a load-on-startup and a path like"
                    + " /carelet/*.");
        }
        return named(context, names.get(0));
    }

    static Fragments named(ServletContext context, String servletName) {
        if (context.getAttribute(PREFIX + servletName) instanceof Fragments fragments) {
            return fragments;
        }
        throw new IllegalStateException(
                "no Carelet is mounted and started as '" + servletName + "': expected one of " + names(context));
    }

    private static List<String> names(ServletContext context) {
        return Collections.list(context.getAttributeNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    private static Optional<String> path(ServletContext context, String servletName) {
        return Optional.ofNullable(context.getServletRegistration(servletName)).stream()
                .map(ServletRegistration::getMappings)
                .flatMap(mappings -> mappings.stream().sorted())
                .filter(mapping -> mapping.endsWith(EVERYTHING_BELOW))
                .map(mapping -> mapping.substring(0, mapping.length() - EVERYTHING_BELOW.length()))
                .findFirst();
    }
}
