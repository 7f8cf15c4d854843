/**
 * What a host mounts: the servlet, and the fragments for its own templates. Everything else of this module is below,
 * and not for hosts.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet;
