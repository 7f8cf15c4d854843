package io.github.carelet.importing;

import java.util.List;

/**
 * Tells whether a block says facts and nothing else.
 *
 * @param knowledge the words that name facts
 */
record FactLine(Knowledge knowledge) {

    private static final int LABEL = 8;
    private static final int MOST_WORDS = 60;
    private static final int LONGEST = 1_000;

    boolean isOnlyFacts(Block block) {
        if (block.isHeading() || block.text().length() > LONGEST || block.words() > MOST_WORDS) {
            return block.isHeading();
        }
        int left = 0;
        for (int i = 0; i < block.lines().size(); i++) {
            left += left(block, i);
        }
        return left <= LABEL && !block.text().matches(".*\\p{Ll}{3}[.!?] \\p{Lu}.*\\p{Ll}{3} \\p{Ll}{2,} .*");
    }

    /** Returns how many words of a line are no fact. */
    private int left(Block block, int at) {
        String line = Lines.even(block.lines().get(at));
        boolean timed = HoursGrammar.read(line).stream().anyMatch(each -> each.whole());
        if (timed) {
            return 0;
        }
        for (PostalAddresses.Found found : knowledge.addresses().endingIn(lines(block), at)) {
            return Words.count(found.before()) + Words.count(found.after());
        }
        String rest = line;
        for (Phones.Found found : Phones.in(line)) {
            rest = rest.replace(line.substring(found.start(), found.end()), " ");
        }
        return line.matches("^\\d+\\s.*") && block.lines().size() <= 4 ? 0 : Words.count(rest);
    }

    private static List<String> lines(Block block) {
        return block.lines().stream().map(Lines::even).toList();
    }
}
