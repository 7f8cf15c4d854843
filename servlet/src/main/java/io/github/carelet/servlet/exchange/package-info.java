/**
 * What other programs ask the clinic's pages for: how to embed them, which of them is about a code, which of them there
 * are. Makes no page itself.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.servlet.exchange;
