/**
 * Keys, what is encrypted, signed and found with them, and the trail of who saw what. Knows no other package of Carelet, and never what it encrypts.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.privacy;
