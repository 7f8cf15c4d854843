package io.github.carelet;

import io.github.carelet.egress.Network;
import io.github.carelet.language.Languages;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a host has settled once and for all. Addresses have no slash at their end. */
record Settings(
        InstantSource clock,
        Optional<URI> publicUrl,
        Optional<URI> bookingAt,
        boolean crossOriginIsolated,
        Optional<RateLimits> limits,
        boolean openStudio,
        List<Network> trustedProxies,
        List<Partner> partners,
        List<PickupCredential> pickup,
        Languages languages,
        Measures measures) {

    Settings {
        publicUrl = publicUrl.map(MountAddress::unslashed);
        bookingAt = bookingAt.map(MountAddress::unslashed);
        trustedProxies = List.copyOf(trustedProxies);
        partners = List.copyOf(partners);
        pickup = List.copyOf(pickup);
    }
}
