/**
 * What the elements of {@code embed.js} put into the pages of other sites, as documents: content, and the frame of the form
 * with what is around it. No script is here, and nothing that only one visitor gets.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.embed;
