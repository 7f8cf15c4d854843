package io.github.carelet.catalog;

import io.github.carelet.catalog.Phrases.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds promises that no clinic can keep, such as a cure, a guarantee or a treatment without risk, in one language. Immutable.
 *
 * <p>A promise that is denied close before it or right after it in the same clause, is asked about, or is part of a phrase
 * that means something else is none.
 */
final class Promises {

    /** What a phrase of the list is. */
    private enum Role {
        /** A promise. */
        PROMISE,
        /** Contains the words of a promise and is none: "100 % cotton". */
        HONEST,
        /** Denies a promise after it: "no", "never". */
        NOT,
        /** Contains a word that denies, and denies nothing: "not only". */
        EMPTY,
        /** Denies a promise after it, and one right before it: "is not", "can't". */
        DENIES,
        /** Starts a question that promises nothing: "is". */
        ASKS
    }

    /** The languages that there is a list for. */
    private static final Map<String, Promises> ALL = Map.of("en", new Promises("en"), "es", new Promises("es"));

    private static final Promises NONE = new Promises();

    /** How many words may stand between a denial and what it denies. */
    private static final int REACH = 6;

    private final Phrases<Role> phrases = new Phrases<>();

    private Promises() {}

    private Promises(String language) {
        WordList.read("promises-" + language + ".txt")
                .forEach(entry -> phrases.put(
                        WordList.words(entry.getValue()),
                        Role.valueOf(entry.getKey().toUpperCase(Locale.ROOT))));
    }

    /** Returns what finds promises in a language; nothing in one that there is no list for. */
    static Promises in(String languageTag) {
        return ALL.getOrDefault(primary(languageTag), NONE);
    }

    /** Returns the first subtag of a language tag: the language without script and region. */
    static String primary(String languageTag) {
        return languageTag.split("-", 2)[0];
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Returns the promises in a sentence as they stand there, in lower case. */
    List<String> in(Sentence sentence) {
        List<String> promises = new ArrayList<>();
        List<List<String>> clauses = sentence.clauses();
        if (sentence.question() && asks(clauses.get(0))) {
            return promises;
        }
        for (List<String> clause : clauses) {
            List<Found<Role>> found = phrases.in(clause);
            outermost(found).stream()
                    .filter(each -> !isDenied(each, found))
                    .map(each -> String.join(" ", clause.subList(each.from(), each.to())))
                    .forEach(promises::add);
        }
        return promises;
    }

    private boolean asks(List<String> clause) {
        return phrases.in(clause.subList(0, 1)).stream().anyMatch(each -> each.meaning() == Role.ASKS);
    }

    /** Returns the promises that are no part of a longer one or of a phrase that is none. */
    private static List<Found<Role>> outermost(List<Found<Role>> found) {
        List<Found<Role>> covering = of(found, Role.PROMISE, Role.HONEST);
        return of(found, Role.PROMISE).stream()
                .filter(each -> covering.stream().noneMatch(other -> !other.equals(each) && other.covers(each)))
                .toList();
    }

    private static boolean isDenied(Found<Role> promise, List<Found<Role>> found) {
        List<Found<Role>> empty = new ArrayList<>(of(found, Role.EMPTY));
        empty.addAll(outermost(found));
        boolean before = of(found, Role.NOT, Role.DENIES).stream()
                .filter(not -> empty.stream().noneMatch(phrase -> phrase.covers(not)))
                .anyMatch(not -> not.to() <= promise.from() && promise.from() - not.to() <= REACH);
        return before || of(found, Role.DENIES).stream().anyMatch(denial -> denial.from() == promise.to());
    }

    private static List<Found<Role>> of(List<Found<Role>> found, Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return found.stream().filter(each -> wanted.contains(each.meaning())).toList();
    }
}
