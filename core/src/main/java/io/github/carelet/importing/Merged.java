package io.github.carelet.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places and items of all sources, each once. Not thread-safe. */
final class Merged {

    /**
     * An item and the language it is in.
     *
     * @param draft the item
     * @param language its BCP 47 tag
     */
    record Placed(ItemDraft draft, String language) {}

    private final Facts places = new Facts();
    private final Map<Target, Placed> items = new LinkedHashMap<>();
    private final Map<Target, Target> same = new HashMap<>();

    Merged(List<PageDraft> pages) {
        for (PageDraft page : pages) {
            for (PlaceFact place : page.facts().places()) {
                String key = places.add(place);
                same.put(new Target("locations", place.key(), ""), new Target("locations", key, ""));
            }
            page.items().forEach(item -> add(item, page.language()));
        }
    }

    private void add(ItemDraft item, String language) {
        Target key = item.target("");
        Optional<Target> twin = item.array().equals("articles") ? twin(item) : Optional.empty();
        twin.ifPresent(each -> same.put(key, each));
        if (twin.isEmpty()) {
            items.merge(
                    key,
                    new Placed(item, language),
                    (old, young) -> old.draft().isBare() && !young.draft().isBare() ? young : old);
        }
    }

    /** The same page may come twice, under two addresses. */
    private Optional<Target> twin(ItemDraft item) {
        return items.entrySet().stream()
                .filter(each -> each.getKey().array().equals("articles"))
                .filter(each -> each.getValue().draft().name().equals(item.name())
                        && each.getValue().draft().sections().equals(item.sections())
                        && each.getValue().draft().summary().equals(item.summary()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<PlaceFact> places() {
        return places.places();
    }

    List<Placed> items(String array) {
        return items.values().stream()
                .filter(each -> each.draft().array().equals(array))
                .toList();
    }

    /** Replaces an item by another version of itself. */
    void put(ItemDraft item, String language) {
        items.put(item.target(""), new Placed(item, language));
    }

    Optional<ItemDraft> article(String key) {
        Target target = canonical(new Target("articles", key, ""));
        return Optional.ofNullable(items.get(target)).map(Placed::draft);
    }

    /** Returns the target under the key that what it belongs to has in the end. */
    Target canonical(Target target) {
        Target thing = new Target(target.array(), target.key(), "");
        Target kept = same.getOrDefault(thing, thing);
        return new Target(kept.array(), kept.key(), target.member());
    }
}
