/**
 * Content as HTML: fragments to put into other pages and the pages of their own, rendered at most once for each set of
 * parameters and served from memory. Carries no token and no byte of any visitor.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.fragment;
