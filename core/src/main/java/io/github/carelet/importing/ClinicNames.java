package io.github.carelet.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the clinic is called: where rights are claimed, in what the page says of its site, and in lines that stand alone
 * and are repeated.
 *
 * @param words the words that an organisation's name has
 */
record ClinicNames(WordList words) {

    private static final Pattern RIGHTS = Pattern.compile(
            "(?i)©|\\(c\\)|copyright|all rights reserved|todos los derechos reservados|\\b(19|20)\\d{2}\\b|\\p{Pd}|\\bby\\b");
    private static final Pattern AT = Pattern.compile(
            "(?:^|[.!?] )(?:At|En) (?:the )?(\\p{Lu}[\\p{L}'’&. -]{3,60}?),? (?:we|our|you|nos|le|usted)\\b");
    private static final int MOST_WORDS = 9;

    /** Returns the name; empty if nothing tells. */
    Optional<String> in(List<Block> blocks, PageHead head) {
        return Optional.of(head.site())
                .filter(each -> !each.isEmpty())
                .or(() -> rights(blocks))
                .or(() -> ofTitle(head.title()))
                .or(() -> at(blocks))
                .or(() -> repeated(blocks))
                .or(() -> first(blocks))
                .or(() -> saidAgain(blocks));
    }

    private Optional<String> rights(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> words.says("copyright", line) && line.length() < 300)
                .flatMap(line -> List.of(line.split("(?U)[|·•–]|(?<!\\b\\p{L}{1,3})\\. |\\.$")).stream())
                .map(part ->
                        Words.squeeze(RIGHTS.matcher(part).replaceAll(" ")).replaceAll("^[,.:;\\s]+|[,.:;\\s]+$", ""))
                .filter(part -> isName(part) && !words.says("aside.line", part))
                .findFirst();
    }

    /** The last part of a title is the site's name if it reads like one. */
    private Optional<String> ofTitle(String title) {
        String[] parts = title.split("\\s+[|–—·»-]\\s+");
        for (int i = parts.length - 1; i > 0; i--) {
            if (isName(parts[i]) && words.says("organisation", parts[i])) {
                return Optional.of(parts[i].strip());
            }
        }
        String last = parts[parts.length - 1];
        boolean tells = parts.length > 1 || words.says("organisation", last) && Words.isTitleCase(last);
        return tells && isName(last) ? Optional.of(last.strip()) : Optional.empty();
    }

    private Optional<String> at(List<Block> blocks) {
        return blocks.stream()
                .map(each ->
                        AT.matcher(each.text().substring(0, Math.min(each.text().length(), 2_000))))
                .filter(Matcher::find)
                .map(each -> each.group(1))
                .filter(ClinicNames::isName)
                .findFirst();
    }

    private static Optional<String> repeated(List<Block> blocks) {
        Map<String, Integer> seen = new HashMap<>();
        for (Block each : blocks) {
            if (each.words() >= 2
                    && each.words() <= MOST_WORDS
                    && !each.setting().linked()
                    && each.isHeading()
                    && seen.merge(Words.key(each.text()), 1, Integer::sum) > 1) {
                return Optional.of(each.text());
            }
        }
        return Optional.empty();
    }

    private Optional<String> first(List<Block> blocks) {
        return blocks.stream()
                .limit(3)
                .map(Block::text)
                .filter(each -> isName(each) && words.says("organisation", each) && Words.isTitleCase(each))
                .findFirst();
    }

    /** What stands at the very top and again as a line of its own further down, as over the address. */
    private static Optional<String> saidAgain(List<Block> blocks) {
        return blocks.stream()
                .findFirst()
                .filter(top -> isName(top.text()) && Words.count(top.text()) >= 2)
                .flatMap(top -> blocks.stream()
                        .skip(1)
                        .filter(each -> !each.setting().linked())
                        .flatMap(each -> each.lines().stream())
                        .filter(line -> Words.key(line).equals(Words.key(top.text())))
                        .findFirst());
    }

    private static boolean isName(String text) {
        return text.matches(".*\\p{L}{2}.*")
                && Words.count(text) <= MOST_WORDS
                && text.length() <= 100
                && !text.matches("(?i)home|inicio|https?:.*");
    }
}
