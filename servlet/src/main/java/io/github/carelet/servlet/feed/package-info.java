/**
 * The clinic's content for other programs: the published catalogue as a file that another Carelet reads, and what has changed
 * in it. Only what the public may know.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.feed;
