package io.github.carelet.importing;

/**
 * Where something goes in the draft, before its arrays are put in order.
 *
 * @param array the array; {@code clinic} for the clinic itself
 * @param key which element of the array
 * @param member what of it, as the rest of a JSON pointer; empty for all of it
 */
record Target(String array, String key, String member) {

    static Target clinic(String member) {
        return new Target("clinic", "", "/" + member);
    }

    static Target place(PlaceFact place, String member) {
        return new Target("locations", place.key(), "/" + member);
    }

    static Target appointment() {
        return new Target("appointmentTypes", "appointment", "/name");
    }
}
