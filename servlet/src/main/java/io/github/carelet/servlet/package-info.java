/**
 * What a host mounts and speaks to: the servlet, the fragments for its own templates, and who may open the clinic's inbox.
 * For hosts, too, is the tag library in {@code tags}; everything else of this module is below, and not for them.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet;
