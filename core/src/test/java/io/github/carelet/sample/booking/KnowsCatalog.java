package io.github.carelet.sample.booking;

import io.github.carelet.sample.catalog.KnowsBooking;
import java.util.List;

/** Allowed for itself, and half of a cycle together with {@link KnowsBooking}. */
public record KnowsCatalog(List<KnowsBooking> catalog) {}
