package io.github.carelet.sample.catalog;

import io.github.carelet.sample.booking.KnowsCatalog;

/** Breaks an arrow on purpose: a catalogue knows nobody. */
public record KnowsBooking(KnowsCatalog booking) {}
