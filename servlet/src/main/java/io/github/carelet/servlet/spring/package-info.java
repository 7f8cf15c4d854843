/**
 * Carelet in Spring Boot 3.5 and 4: what {@code carelet.*} properties ask for is built, mounted and closed. Only what is there
 * is used: none of this is loaded without Spring Boot, and nothing else may know this package.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.spring;
