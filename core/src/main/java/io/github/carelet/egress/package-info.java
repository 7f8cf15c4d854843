/**
 * Going out by HTTP without being led into the network behind the host: which addresses may be reached, and a client that
 * connects to nothing else, for a limited time. Knows no other package of Carelet, so never what is sent or fetched.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.egress;
