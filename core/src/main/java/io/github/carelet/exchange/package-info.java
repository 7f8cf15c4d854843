/**
 * The clinic's facts in other vocabularies: schema.org JSON-LD, codes of terminologies, sitemaps. Knows the catalogue and
 * nothing of requests, templates or HTML.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.exchange;
