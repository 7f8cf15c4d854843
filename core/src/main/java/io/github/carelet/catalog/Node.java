package io.github.carelet.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands. */
sealed interface Node {

    /** Where it stands. */
    Place place();

    /** What it looks like, for a message. */
    String shown();

    /** Where a value stands. The pointer is written only when asked for: nearly all values are right. */
    final class Place {

        private final String file;
        private final @Nullable Place parent;
        private final String key;
        private final int line;

        private Place(String file, @Nullable Place parent, String key, int line) {
            this.file = file;
            this.parent = parent;
            this.key = key;
            this.line = line;
        }

        /** The place of a file's root, or of the file itself with line 0. */
        static Place root(String file, int line) {
            return new Place(file, null, "", line);
        }

        /** The place of a member or element. */
        Place child(String childKey, int childLine) {
            return new Place(file, this, childKey, childLine);
        }

        String file() {
            return file;
        }

        int line() {
            return line;
        }

        /** The JSON pointer (RFC 6901). */
        String pointer() {
            return parent == null
                    ? ""
                    : parent.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
        }
    }

    /** An object, its members in the order of the file; not complete if the file broke off inside it. */
    record Members(Place place, Map<String, Node> members, boolean complete) implements Node {
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
