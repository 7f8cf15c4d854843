package io.github.carelet.schedule;

import java.util.Optional;

/**
 * What a visit takes, so that nobody else can have it at the same time: a place in a pool, or a person.
 *
 * <p>A pool belongs to one location. A practitioner is one person wherever they work: a visit at one location, or an entry
 * in their calendar, takes them at every location.
 *
 * @param key names it among all resources of a clinic, such as {@code pool/arcadia/pt-room} or {@code practitioner/jo};
 *     fit to be kept
 */
public record Resource(String key) {

    private static final String PRACTITIONER = "practitioner/";

    /** Returns the pool of that name at a location; both are ids. */
    public static Resource pool(String location, String pool) {
        return new Resource("pool/" + location + "/" + pool);
    }

    /** Returns a practitioner, by their id. */
    public static Resource practitioner(String id) {
        return new Resource(PRACTITIONER + id);
    }

    /** Returns the id of the practitioner; empty if it is a place in a pool. */
    public Optional<String> practitioner() {
        return key.startsWith(PRACTITIONER) ? Optional.of(key.substring(PRACTITIONER.length())) : Optional.empty();
    }
}
