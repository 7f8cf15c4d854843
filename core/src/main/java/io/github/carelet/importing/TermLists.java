package io.github.carelet.importing;

import io.github.carelet.importing.Gazetteer.Entry;
import io.github.carelet.importing.Gazetteer.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the conditions and treatments of a text: those in lists that are about them, known or not; of others, treatments that
 * are known by name. Used once.
 */
final class TermLists {

    private static final int LONGEST_TERM = 8;
    private static final int LONGEST_TEXT = 70;

    private final Knowledge knowledge;
    private final Map<String, ItemDraft> found = new LinkedHashMap<>();
    private final Map<Integer, Target> targets = new LinkedHashMap<>();

    private TermLists(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * What was found.
     *
     * @param items conditions and treatments, by array and key
     * @param targets which blocks name one, by index
     */
    record Terms(List<ItemDraft> items, Map<Integer, Target> targets) {}

    static Terms of(Optional<Block> headline, List<Block> body, Knowledge knowledge) {
        TermLists reader = new TermLists(knowledge);
        headline.ifPresent(reader::subject);
        int at = 0;
        while (at < body.size()) {
            int end = at;
            while (end < body.size() && isListed(body.get(end)) && sameList(body.get(at), body.get(end))) {
                end++;
            }
            if (end > at) {
                reader.list(context(body, at), body.subList(at, end));
            } else {
                reader.mentions(body.get(at));
            }
            at = Math.max(end, at + 1);
        }
        return new Terms(List.copyOf(reader.found.values()), Map.copyOf(reader.targets));
    }

    private static boolean isListed(Block block) {
        return block.isItem()
                || block.kind() == Block.Kind.ROW
                || block.setting().linked() && !block.isHeading();
    }

    private static boolean sameList(Block one, Block other) {
        return one.kind() == other.kind();
    }

    /** Returns what stands before a list: the line that leads to it, and the heading above. */
    private static List<String> context(List<Block> body, int at) {
        List<String> context = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            Block block = body.get(i);
            if (block.isHeading()) {
                context.add(block.text());
                break;
            }
            if (i == at - 1 && !isListed(block)) {
                context.add(block.text());
            }
        }
        return context;
    }

    private void list(List<String> context, List<Block> items) {
        Optional<Sort> sort = sort(context, items);
        for (Block each : items) {
            String text = each.text().replaceAll("[.,;:]+$", "").strip();
            List<String> definition = BodyHtml.definition(text);
            String term = definition.isEmpty() ? text : definition.get(0);
            Optional<Entry> known = knowledge.gazetteer().named(term);
            boolean fits = sort.isPresent()
                    && definition.isEmpty()
                    && isTerm(term)
                    && known.isEmpty()
                    && each.kind() != Block.Kind.ROW;
            if (known.isPresent() && sort.isPresent()) {
                targets.put(each.index(), add(known.get(), term));
            } else if (fits) {
                targets.put(
                        each.index(),
                        add(new Entry(sort.get(), sort.get() == Sort.TREATMENT ? "other" : "", term), term));
            } else {
                mentions(each);
            }
        }
    }

    private Optional<Sort> sort(List<String> context, List<Block> items) {
        int conditions = 0;
        int treatments = 0;
        for (Block each : items) {
            Optional<Entry> known = knowledge.gazetteer().named(each.text());
            conditions += known.filter(entry -> entry.sort() == Sort.CONDITION).isPresent() ? 1 : 0;
            treatments += known.filter(entry -> entry.sort() == Sort.TREATMENT).isPresent() ? 1 : 0;
        }
        String said = context.stream()
                .map(each -> knowledge.words().first("list.", tail(each)))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        boolean votes = Math.max(conditions, treatments) * 3 >= items.size() && items.size() > 1;
        boolean terms = items.stream().filter(each -> isTerm(each.text())).count() * 10 >= items.size() * 7L;
        if (votes && conditions != treatments) {
            return Optional.of(conditions > treatments ? Sort.CONDITION : Sort.TREATMENT);
        }
        if (said.isEmpty() || !terms) {
            return Optional.empty();
        }
        return Optional.of(said.equals("conditions") ? Sort.CONDITION : Sort.TREATMENT);
    }

    /** Of a sentence that leads to a list, its end says what the list is of. */
    private static String tail(String text) {
        int cut = Math.max(text.lastIndexOf(". "), text.lastIndexOf("! "));
        String last = cut < 0 ? text : text.substring(cut + 2);
        return last.length() > 120 ? last.substring(last.length() - 120) : last;
    }

    private static boolean isTerm(String text) {
        return text.length() <= LONGEST_TEXT
                && Words.count(text) <= LONGEST_TERM
                && Words.count(text) > 0
                && !text.matches(".*([.!?:]|\\d{3}|@).*");
    }

    /** A headline that starts with a condition is about it, as "Sciatica treatment" is. */
    private void subject(Block headline) {
        String key = String.join(" ", Words.stems(headline.text())) + " ";
        knowledge.gazetteer().mentions(headline.text()).stream()
                .filter(each -> each.entry().sort() == Sort.CONDITION && key.startsWith(each.text() + " "))
                .forEach(each -> add(each.entry(), each.entry().name()));
        mentions(headline);
    }

    private void mentions(Block block) {
        knowledge.gazetteer().mentions(block.text()).stream()
                .filter(each -> each.entry().sort() == Sort.TREATMENT)
                .forEach(each -> add(each.entry(), each.entry().name()));
    }

    private Target add(Entry entry, String shown) {
        boolean treatment = entry.sort() == Sort.TREATMENT;
        String array = treatment ? "treatments" : "conditions";
        Map<String, String> values = treatment ? Map.of("kind", entry.kind()) : Map.of();
        String name = capital(treatment && !entry.kind().equals("other") ? entry.name() : shown);
        ItemDraft item = ItemDraft.named(array, entry.key(), name, values);
        found.putIfAbsent(array + "/" + entry.key(), item);
        return item.target("/name");
    }

    private static String capital(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder(text.length())
                .appendCodePoint(Character.toUpperCase(first))
                .append(text.substring(Character.charCount(first)))
                .toString();
    }

    /** Returns the targets of a set of terms. */
    static Set<Target> references(List<ItemDraft> items) {
        Set<Target> references = new LinkedHashSet<>();
        items.forEach(each -> references.add(each.target("")));
        return references;
    }
}
