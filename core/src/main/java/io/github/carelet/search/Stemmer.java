package io.github.carelet.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes light endings off folded words: plurals and a few others, so that {@code injections} meets {@code injection}. */
enum Stemmer {
    /** For English. */
    ENGLISH("en") {
        @Override
        String stem(String word) {
            return withoutE(withoutSuffix(singular(word)));
        }

        private String singular(String word) {
            if (word.endsWith("ies") && word.length() > 4) {
                return cut(word, 3) + "y";
            }
            if (endsWithAny(word, "sses", "xes", "ches", "shes", "zes")) {
                return cut(word, 2);
            }
            boolean plural = word.endsWith("s") && word.length() > 3 && !endsWithAny(word, "ss", "us", "is");
            return plural ? cut(word, 1) : word;
        }

        private String withoutSuffix(String word) {
            for (String suffix : List.of("ness", "ing", "ed")) {
                if (word.endsWith(suffix) && word.length() >= suffix.length() + 3) {
                    return undoubled(cut(word, suffix.length()));
                }
            }
            return word;
        }

        private String undoubled(String word) {
            int last = word.length() - 1;
            boolean doubled = word.charAt(last) == word.charAt(last - 1) && "flsz".indexOf(word.charAt(last)) < 0;
            return doubled ? cut(word, 1) : word;
        }

        private String withoutE(String word) {
            return word.endsWith("e") && word.length() > 3 ? cut(word, 1) : word;
        }
    },
    /** For Spanish. */
    SPANISH("es") {
        @Override
        String stem(String word) {
            String singular = singular(word);
            return singular.length() > 3 && endsWithAny(singular, "a", "e", "o") ? cut(singular, 1) : singular;
        }

        private String singular(String word) {
            if (word.endsWith("ces") && word.length() > 4) {
                return cut(word, 3) + "z";
            }
            if (word.endsWith("es") && word.length() > 4) {
                return cut(word, 2);
            }
            return word.endsWith("s") && word.length() > 3 ? cut(word, 1) : word;
        }
    };

    private final String language;

    Stemmer(String language) {
        this.language = language;
    }

    /** Returns the stem of a folded word. */
    abstract String stem(String word);

    /** Returns the stemmer for a BCP 47 tag, if there is one. */
    static Optional<Stemmer> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        for (Stemmer each : values()) {
            if (each.language.equals(primary)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
