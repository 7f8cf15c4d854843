/** Carelet in a Spring Boot application: a page with two fragments, a booking form, and the lines that Spring Security needs. */
@org.jspecify.annotations.NullMarked
package io.github.carelet.examples.boot;
