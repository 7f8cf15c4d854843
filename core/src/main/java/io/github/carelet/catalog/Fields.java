package io.github.carelet.catalog;

import io.github.carelet.catalog.Node.Elements;
import io.github.carelet.catalog.Node.Literal;
import io.github.carelet.catalog.Node.Members;
import io.github.carelet.catalog.Node.Place;
import io.github.carelet.catalog.Node.Text;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of one JSON object while it is read: each is asked for by name and type, and at the {@link #end} those that
 * nobody asked for are errors. {@code null} and a blank text are as if the member were absent.
 */
final class Fields {

    private final Members object;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Fields(Members object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /** Returns fields that have nothing and miss nothing, to read on with where an object is missing. */
    static Fields absent(Problems problems) {
        return new Fields(new Members(Place.root("", 0), Map.of(), false), problems);
    }

    Place place() {
        return object.place();
    }

    /** Where a member stands; the object if it has no such member. */
    Place place(String name) {
        Node node = object.members().get(name);
        return node == null ? object.place() : node.place();
    }

    Problems problems() {
        return problems;
    }

    /** Returns a member, whatever it is. */
    Optional<Node> node(String name) {
        asked.add(name);
        Optional<Node> node = Optional.ofNullable(object.members().get(name));
        return node.filter(present -> !isAbsent(present));
    }

    /** Returns a member that must be there. */
    Optional<Node> required(String name) {
        Optional<Node> node = node(name);
        if (node.isEmpty() && object.complete()) {
            boolean blank = object.members().get(name) instanceof Text;
            problems.error(place(name), "", "'" + name + "', which is " + (blank ? "blank" : "missing"));
        }
        return node;
    }

    Optional<String> text(String name) {
        return parsed(name, "a text", text -> text);
    }

    String requiredText(String name) {
        return required(name, "a text", text -> text, "");
    }

    /** Returns a text, which must be there and in the form that the function reads; the function throws otherwise. */
    <T> T required(String name, String expected, Function<String, T> reading, T standIn) {
        return required(name).flatMap(node -> parsed(node, expected, reading)).orElse(standIn);
    }

    /** Returns a text in the form that the function reads, if it is there. */
    <T> Optional<T> parsed(String name, String expected, Function<String, T> reading) {
        return node(name).flatMap(node -> parsed(node, expected, reading));
    }

    <T> Optional<T> parsed(Node node, String expected, Function<String, T> reading) {
        if (!(node instanceof Text text) || text.text().isBlank()) {
            return wrong(node, expected);
        }
        try {
            return Optional.of(reading.apply(text.text().strip()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return wrong(node, expected);
        }
    }

    /** Returns a text as it is written, well formed or not; reports nothing. */
    Optional<String> written(String name) {
        return node(name).filter(Text.class::isInstance).map(Node::shown);
    }

    String id() {
        return required("id", "1 to 64 of a-z, 0-9 and '-'", Slug::check, "");
    }

    boolean flag(String name, boolean otherwise) {
        Optional<Node> node = node(name);
        if (node.isEmpty()) {
            return otherwise;
        }
        String literal = node.get() instanceof Literal found ? found.literal() : "";
        if (!literal.equals("true") && !literal.equals("false")) {
            problems.error(node.get(), "true or false");
        }
        return literal.equals("true");
    }

    Optional<Double> number(String name) {
        return node(name).flatMap(node -> {
            try {
                return Optional.of(Double.valueOf(node instanceof Literal found ? found.literal() : ""));
            } catch (NumberFormatException e) {
                problems.error(node, "a number");
                return Optional.empty();
            }
        });
    }

    /** Returns a whole number that must lie in a range. */
    Optional<Integer> count(String name, int least, int most) {
        return node(name).flatMap(node -> {
            boolean whole = node instanceof Literal found && found.literal().matches("-?[0-9]{1,9}");
            int count = whole ? Integer.parseInt(node.shown()) : least - 1;
            return count >= least && count <= most
                    ? Optional.of(count)
                    : wrong(
                            node,
                            least == most ? "the number " + least : "a whole number from " + least + " to " + most);
        });
    }

    /** Returns one of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return node(name).flatMap(node -> choice(node, type)).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> choice(Node node, Class<E> type) {
        return parsed(
                node,
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Fields::written)
                                .toList(),
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> written(each).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    /** Returns the elements of an array; none if it is absent. */
    List<Node> list(String name) {
        return node(name)
                .map(node -> {
                    if (node instanceof Elements array) {
                        return array.elements();
                    }
                    problems.error(node, "an array");
                    return List.<Node>of();
                })
                .orElse(List.of());
    }

    /** Returns each element of an array that is an object. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        list(name).forEach(node -> object(node).ifPresent(objects::add));
        return objects;
    }

    /** Returns each text of an array in the form that the function reads. */
    <T> List<T> texts(String name, String expected, Function<String, T> reading) {
        List<T> texts = new ArrayList<>();
        list(name).forEach(node -> parsed(node, expected, reading).ifPresent(texts::add));
        return texts;
    }

    Optional<Fields> object(String name) {
        return node(name).flatMap(this::object);
    }

    Optional<Fields> object(Node node) {
        return node instanceof Members members ? Optional.of(new Fields(members, problems)) : wrong(node, "an object");
    }

    /** Reports the members that nobody asked for. */
    void end() {
        object.members().forEach((name, node) -> {
            if (!asked.contains(name)) {
                problems.error(
                        node.place(),
                        name,
                        "one of the keys " + asked.stream().sorted().toList());
            }
        });
    }

    private <T> Optional<T> wrong(Node node, String expected) {
        problems.error(node, expected);
        return Optional.empty();
    }

    private static boolean isAbsent(Node node) {
        return node instanceof Literal literal && literal.literal().equals("null")
                || node instanceof Text text && text.text().isBlank();
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
