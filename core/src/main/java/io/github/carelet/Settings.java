package io.github.carelet;

import io.github.carelet.language.Languages;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a host has settled once and for all. */
record Settings(
        InstantSource clock,
        Optional<URI> publicUrl,
        Optional<URI> bookingAt,
        boolean crossOriginIsolated,
        Optional<RateLimits> limits,
        boolean openStudio,
        List<Partner> partners,
        List<PickupCredential> pickup,
        Languages languages) {

    Settings {
        partners = List.copyOf(partners);
        pickup = List.copyOf(pickup);
    }
}
