package io.github.carelet.calendar;

import java.util.List;
import java.util.Optional;

/**
 * What stands between a {@code BEGIN} and its {@code END}.
 *
 * @param name in capitals, such as {@code VEVENT}
 * @param line where it begins, from 1
 * @param properties those that are known
 * @param parts the components in it
 */
record Component(String name, int line, List<Property> properties, List<Component> parts) {

    Component {
        properties = List.copyOf(properties);
        parts = List.copyOf(parts);
    }

    List<Component> parts(String part) {
        return parts.stream().filter(each -> each.name().equals(part)).toList();
    }

    Optional<Property> first(String property) {
        return properties.stream().filter(each -> each.name().equals(property)).findFirst();
    }

    List<Property> all(String property) {
        return properties.stream().filter(each -> each.name().equals(property)).toList();
    }

    boolean says(String property, String word) {
        return first(property).filter(each -> each.is(word)).isPresent();
    }
}
