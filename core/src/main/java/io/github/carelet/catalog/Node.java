package io.github.carelet.catalog;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Node {

    /** Where it stands. */
    Place place();

    /** What it looks like, for a message. */
    String shown();

    /** Where a value stands: file, JSON pointer, line. */
    record Place(String file, String pointer, int line) {}

    /** An object, its members in the order of the file. */
    record Members(Place place, Map<String, Node> members) implements Node {
        @Override
        public String shown() {
            return "{…}";
        }
    }

    /** An array. */
    record Elements(Place place, List<Node> elements) implements Node {
        @Override
        public String shown() {
            return "[…]";
        }
    }

    /** A string. */
    record Text(Place place, String text) implements Node {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A number, true, false or null, as it is written. */
    record Literal(Place place, String literal) implements Node {
        @Override
        public String shown() {
            return literal;
        }
    }
}
