/**
 * Turns web pages and plain text into a draft catalogue, with a report of what became of each part. Knows {@code catalog}, and
 * {@code egress} to get pages of the web; it decides nothing that a person should: what comes out is a draft to be checked.
 * Words of a trade stand in resources, so no rule here may name a condition, a treatment or a clinic.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.importing;
