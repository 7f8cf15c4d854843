/**
 * Finds treatments, conditions, articles, locations and practitioners by what a patient types: an index that is built once
 * for a catalogue, and pure functions on it. Knows {@code catalog} and nobody else; no I/O, no clock, no logging, and no
 * word of a query in any message.
 *
 * <p>Not Apache Lucene: its segments, directories and writers are for indexes that change and don't fit in memory, and its 6 MB
 * would be a third more than all that Carelet brings. What is needed here (a dictionary, postings, a neighbourhood of
 * deletions, patients' words and signs of an emergency) is a few hundred lines without state, and most of it would have to be
 * written on top of Lucene as well.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.search;
