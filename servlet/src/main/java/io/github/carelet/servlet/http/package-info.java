/**
 * The few words of HTTP that the handlers speak: what came in ({@code Exchange}, {@code Query}) and what goes out
 * ({@code Reply}). The only package below {@code servlet} that sees {@code jakarta.servlet}, but for the tags of JSP;
 * knows nothing of clinics.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.http;
