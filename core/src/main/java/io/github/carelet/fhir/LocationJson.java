package io.github.carelet.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.catalog.Address;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Clinic;
import io.github.carelet.catalog.Link;
import io.github.carelet.catalog.Location;

/** A place where the clinic sees patients as an R4 {@code Location}, in the clinic's first language. */
record LocationJson(Catalog catalog) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode of(Location location) {
        Clinic clinic = catalog.clinic();
        String language = clinic.defaultLanguage();
        ObjectNode json = NODES.objectNode().put("resourceType", "Location").put("id", location.id());
        json.set("identifier", new Systems(clinic.id()).identifiers("location", location.id()));
        json.put("status", "active");
        json.put("name", location.name().in(language).value());
        json.put("mode", "instance");
        ArrayNode telecom = json.putArray("telecom");
        telecom.addObject().put("system", "phone").put("value", location.phone().e164());
        location.fax().ifPresent(fax -> telecom.addObject().put("system", "fax").put("value", fax.e164()));
        clinic.url()
                .filter(Link::isWeb)
                .ifPresent(url -> telecom.addObject().put("system", "url").put("value", url.href()));
        json.set("address", address(location.address()));
        location.geo()
                .ifPresent(geo ->
                        json.putObject("position").put("longitude", geo.lng()).put("latitude", geo.lat()));
        json.putObject("managingOrganization")
                .put("display", clinic.name().in(language).value());
        return json;
    }

    private static ObjectNode address(Address address) {
        ObjectNode json = NODES.objectNode().put("use", "work");
        ArrayNode lines = json.putArray("line").add(address.street());
        if (!address.unit().isEmpty()) {
            lines.add(address.unit());
        }
        put(json, "city", address.city());
        put(json, "state", address.region());
        put(json, "postalCode", address.postalCode());
        put(json, "country", address.country());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
