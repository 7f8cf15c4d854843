/**
 * Getting a message to where it must go, however long that takes: outbox rows, attempts, retries, and the transports that
 * carry them by webhook, mail and FHIR. Of Carelet it knows {@code egress} only, so never what a message is about.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.delivery;
