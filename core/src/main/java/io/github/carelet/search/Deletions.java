package io.github.carelet.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The words that lie within a few typing errors of a word, found without looking at all words: two such words become the
 * same when a few letters are left out of each. For every word the hashes of its forms with letters left out of its first
 * letters are kept, sorted; what has a hash in common is then measured. About 250 bytes for each word.
 */
final class Deletions {

    private static final int HEAD = 7;
    private static final int SHORTEST = 3;
    private static final int LONG = 8;

    /** From here on a word may be two errors away from a long one. */
    private static final int NEARLY_LONG = 6;

    private final List<String> words;
    private final long[] forms;

    private Deletions(List<String> words, long[] forms) {
        this.words = words;
        this.forms = forms;
    }

    /** Keeps the words at the given places of a list. */
    static Deletions of(List<String> words, IntPredicate places) {
        long[] forms = IntStream.range(0, words.size())
                .filter(places)
                .filter(i -> words.get(i).length() >= SHORTEST)
                .mapToObj(i -> forms(words.get(i)).stream().mapToLong(form -> key(form, i)))
                .flatMapToLong(stream -> stream)
                .sorted()
                .toArray();
        return new Deletions(words, forms);
    }

    /** Returns how many typing errors are forgiven in a word: none in a short one, one from 4 letters on, two from 8 on. */
    static int forgiven(String word) {
        boolean letters = word.codePoints().allMatch(Character::isLetter);
        return !letters || word.length() <= SHORTEST ? 0 : word.length() < LONG ? 1 : 2;
    }

    /** Returns the places of the words that lie within the forgiven number of errors, without the word itself. */
    int[] near(String word) {
        int most = forgiven(word);
        if (most == 0) {
            return new int[0];
        }
        return forms(word).stream()
                .flatMapToInt(form -> places(form.hashCode()))
                .distinct()
                .filter(i -> !words.get(i).equals(word) && EditDistance.atMost(most, word, words.get(i)) <= most)
                .toArray();
    }

    private IntStream places(int hash) {
        int found = Arrays.binarySearch(forms, (long) hash << Integer.SIZE);
        int from = found < 0 ? -found - 1 : found;
        return LongStream.range(from, forms.length)
                .map(at -> forms[(int) at])
                .takeWhile(key -> (int) (key >> Integer.SIZE) == hash)
                .mapToInt(key -> (int) key);
    }

    private static long key(String form, int place) {
        return (long) form.hashCode() << Integer.SIZE | place;
    }

    /** Returns the first letters of a word, and these with letters left out. */
    private static Set<String> forms(String word) {
        String head = word.substring(0, Math.min(HEAD, word.length()));
        Set<String> forms = new HashSet<>(Set.of(head));
        Set<String> last = Set.of(head);
        for (int errors = word.length() < NEARLY_LONG ? 1 : 2; errors > 0; errors--) {
            Set<String> shorter = new HashSet<>();
            last.forEach(form -> leaveOut(form, shorter));
            forms.addAll(shorter);
            last = shorter;
        }
        return forms;
    }

    private static void leaveOut(String form, Set<String> shorter) {
        for (int i = 0; i < form.length(); i++) {
            shorter.add(form.substring(0, i) + form.substring(i + 1));
        }
    }
}
