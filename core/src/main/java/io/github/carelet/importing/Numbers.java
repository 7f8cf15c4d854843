package io.github.carelet.importing;

import io.github.carelet.importing.Facts.Loose;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which numbers go where: the clinic's are those that are said most often and belong to no place.
 *
 * @param phone the clinic's number; empty if none was found
 * @param fax its fax number; empty if none was found
 * @param owners where each number stands in the draft
 */
record Numbers(Optional<String> phone, Optional<String> fax, Map<String, Target> owners) {

    Numbers {
        owners = Map.copyOf(owners);
    }

    static Numbers of(List<PageDraft> pages, List<PlaceFact> places) {
        Optional<String> phone = most(pages, each -> !each.fax() && !each.side())
                .or(() -> places.stream()
                        .map(PlaceFact::phone)
                        .filter(each -> !each.isEmpty())
                        .findFirst())
                .or(() -> most(pages, each -> !each.fax()));
        Optional<String> fax = most(pages, Loose::fax);
        Map<String, Target> owners = new HashMap<>();
        phone.ifPresent(each -> owners.putIfAbsent(each, Target.clinic("phone")));
        fax.ifPresent(each -> owners.putIfAbsent(each, Target.clinic("fax")));
        for (PlaceFact each : places) {
            owners.putIfAbsent(each.phone(), Target.place(each, "phone"));
            owners.putIfAbsent(each.fax(), Target.place(each, "fax"));
        }
        owners.remove("");
        return new Numbers(phone, fax, owners);
    }

    private static Optional<String> most(List<PageDraft> pages, Predicate<Loose> wanted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (PageDraft page : pages) {
            for (Loose each : page.facts().loose()) {
                if (wanted.test(each)) {
                    counts.merge(each.number(), each.block() < 0 ? 3 : 1, Integer::sum);
                }
            }
        }
        int most = counts.values().stream().mapToInt(each -> each).max().orElse(0);
        return counts.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
