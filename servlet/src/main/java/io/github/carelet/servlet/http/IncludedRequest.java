package io.github.carelet.servlet.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the host asks for while it is made, by {@code RequestDispatcher.include} (Servlet 6, 9.3). Path and query are
 * those of the include, not those of the page; and what the browser said of the page, such as which version of it is known
 * already or that it may be packed, is not said of what stands inside.
 */
public final class IncludedRequest extends HttpServletRequestWrapper {

    private IncludedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Returns whether a request is an include. */
    public static boolean isIncluded(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE;
    }

    /** Returns the include as a request of its own. */
    public static HttpServletRequest of(HttpServletRequest request) {
        return new IncludedRequest(request);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getContextPath() {
        return text(RequestDispatcher.INCLUDE_CONTEXT_PATH);
    }

    @Override
    public String getServletPath() {
        return text(RequestDispatcher.INCLUDE_SERVLET_PATH);
    }

    @Override
    public String getPathInfo() {
        return text(RequestDispatcher.INCLUDE_PATH_INFO);
    }

    @Override
    public String getQueryString() {
        return text(RequestDispatcher.INCLUDE_QUERY_STRING);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.emptyEnumeration();
    }

    private String text(String attribute) {
        Object value = getAttribute(attribute);
        return value == null ? "" : value.toString();
    }
}
