package io.github.carelet.schedule;

import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import java.util.List;

/**
 * What visits of a type at a location can take.
 *
 * @param resources one pool, or practitioners in the type's order
 * @param capacity how many may have each of them at any instant
 */
record Seats(List<Resource> resources, int capacity) {

    Seats {
        resources = List.copyOf(resources);
    }

    /** Practitioners count only where they work. */
    static Seats of(Catalog catalog, AppointmentType type, Location location) {
        if (type.practitioners().isEmpty()) {
            return new Seats(List.of(Resource.pool(location.id(), type.pool())), type.capacity());
        }
        List<Resource> working = type.practitioners().stream()
                .flatMap(id -> catalog.practitioner(id).stream())
                .filter(each -> each.locations().contains(location.id()))
                .map(each -> Resource.practitioner(each.id()))
                .toList();
        return new Seats(working, 1);
    }

    /** Returns how many may be seen at any instant. */
    int total() {
        return resources.size() * capacity;
    }
}
