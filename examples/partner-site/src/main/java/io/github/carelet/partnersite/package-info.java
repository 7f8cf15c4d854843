/**
 * A believable host of Carelet: a referral site in plain HTML, and the program that serves it. An example to read and
 * copy from; nothing here is API.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.partnersite;
