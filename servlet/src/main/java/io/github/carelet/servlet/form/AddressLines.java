package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Address;
import java.util.List;

/** A postal address as it stands on an envelope, without the country: whoever comes is there. */
final class AddressLines {

    private AddressLines() {}

    static List<String> of(Address address) {
        String street = address.unit().isEmpty() ? address.street() : address.street() + ", " + address.unit();
        String city = address.city() + ", " + address.region() + " " + address.postalCode();
        return List.of(street, city.strip());
    }

    static String oneLine(Address address) {
        return String.join(", ", of(address));
    }
}
