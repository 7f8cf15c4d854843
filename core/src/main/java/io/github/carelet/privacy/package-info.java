/**
 * Keys, and what is encrypted with them. Knows no other package of Carelet, and never what it encrypts.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.privacy;
