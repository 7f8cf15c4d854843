package io.github.carelet.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What treatments, conditions and articles have in common: text in sections, under review. */
public sealed interface Item permits Treatment, Condition, Article {

    /** Returns its id, unique among items of its kind. */
    String id();

    /** Returns its name or headline. */
    Localized<String> name();

    /** Returns what it is in a sentence; an empty text if that is not said. */
    Localized<String> summary();

    /** Returns its text. */
    List<Section> sections();

    /**
     * Returns some of its sections, in their order, and with them those that one of them requires, and so on: what makes
     * a section safe to be read alone is never taken from it.
     *
     * @param ids which sections; an id that it does not have is passed over
     */
    default List<Section> sectionsWith(Collection<String> ids) {
        Set<String> wanted = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (wanted.add(id)) {
                sections().stream().filter(each -> each.id().equals(id)).forEach(each -> open.addAll(each.requires()));
            }
        }
        return sections().stream().filter(each -> wanted.contains(each.id())).toList();
    }

    /** Returns who checked it, and until when that holds. */
    Review review();
}
