package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the blocks that are the text of a source. Where elements don't say what is around it, density does: a text is where
 * the sentences are, from its headline to its last sentence or list. Used once.
 */
final class BodyPass {

    private static final int PROSE = 9;
    private static final int SHORT = 7;
    private static final int MENU = 3;
    private static final int LONGEST = 50_000;

    /** Without a way back in any part, since texts of nothing but signs would take forever. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("(?i)\\W*+((e-?mail|correo)( us)?\\W*+)?[^\\s@]++@(?=[^\\s@]*?\\.\\w)[^\\s@]++\\W*+");

    private final List<Block> blocks;
    private final Facts facts;
    private final WordList words;
    private final PageHead head;
    private final Map<Integer, String> dropped = new HashMap<>();

    private BodyPass(List<Block> blocks, Facts facts, WordList words, PageHead head) {
        this.blocks = blocks;
        this.facts = facts;
        this.words = words;
        this.head = head;
    }

    static Body of(List<Block> blocks, Facts facts, WordList words, PageHead head) {
        return new BodyPass(blocks, facts, words, head).choose();
    }

    private Body choose() {
        blocks.stream()
                .filter(Block::isDropped)
                .forEach(each -> drop(each, each.setting().dropped()));
        left().stream()
                .filter(each -> each.html().length() > LONGEST)
                .forEach(each ->
                        drop(each, "longer than the " + LONGEST + " characters that a draft takes in one piece"));
        boilerplate();
        menus();
        asides();
        afterCopyright();
        Optional<Block> headline = headline();
        beforeHeadline(headline);
        trailing();
        List<Block> body = left().stream()
                .filter(each ->
                        headline.isEmpty() || each.index() != headline.get().index())
                .filter(each -> !facts.isWhole(each.index()))
                .toList();
        return new Body(headline, withoutBareHeadings(body), dropped);
    }

    private void drop(Block block, String reason) {
        dropped.putIfAbsent(block.index(), reason);
    }

    private List<Block> left() {
        return blocks.stream()
                .filter(each -> !dropped.containsKey(each.index()))
                .toList();
    }

    private boolean isProse(Block block) {
        return !block.isHeading()
                && block.words() >= PROSE
                && !block.setting().linked()
                && !facts.isWhole(block.index());
    }

    private void boilerplate() {
        for (Block each : left()) {
            String text = each.text();
            if (words.says("copyright", text) && each.words() <= 60) {
                drop(each, "the notice of rights");
            } else if (words.says("aside.cookies", text) && each.words() <= 120) {
                drop(each, "a notice about cookies");
            } else if (each.words() <= 12 && words.says("aside.line", text) && !each.isHeading()) {
                drop(each, "a line for moving about the site");
            } else if (MAIL_ADDRESS.matcher(text).matches()) {
                drop(each, "an e-mail address; a catalogue does not show any");
            } else if (!text.matches(".*[\\p{L}\\p{N}].*")) {
                drop(each, "no words");
            }
        }
    }

    /** Several links in a row are a menu, unless a heading or line before them says that they are the clinic's subjects. */
    private void menus() {
        List<Block> all = left();
        for (int from = 0; from < all.size(); from++) {
            int to = from;
            while (to < all.size() && isMenuItem(all.get(to))) {
                to++;
            }
            boolean subject = from > 0 && isSubject(all.get(from - 1));
            if (to - from >= MENU && !subject) {
                all.subList(from, to).forEach(each -> drop(each, "a list of links"));
            }
            from = Math.max(from, to);
        }
    }

    private boolean isMenuItem(Block block) {
        return block.setting().linked()
                && block.words() <= SHORT
                && !facts.isWhole(block.index())
                && !block.isHeading();
    }

    private boolean isSubject(Block block) {
        boolean introduces =
                block.isHeading() || block.words() >= 4 && !block.setting().linked();
        return introduces && !words.first("list.", block.text()).isEmpty();
    }

    /** What stands under a heading such as "Related posts" goes with it, up to the next heading of its rank. */
    private void asides() {
        int level = 0;
        for (Block each : left()) {
            if (each.isHeading() && (level == 0 || each.level() <= level)) {
                level = words.says("aside.heading", each.text()) ? each.level() : 0;
            } else if (level > 0 && isProse(each) && each.words() > 60) {
                level = 0;
            }
            if (level > 0) {
                drop(each, "beside the text");
            }
        }
    }

    /** The notice of rights ends a page, unless it stands at its top. */
    private void afterCopyright() {
        List<Block> prose = left().stream().filter(this::isProse).toList();
        int last = prose.isEmpty() ? -1 : prose.get(prose.size() - 1).index();
        boolean past = false;
        for (Block each : blocks) {
            past |= each.index() > last && words.says("copyright", each.text()) && last >= 0;
            if (past && !facts.isWhole(each.index())) {
                drop(each, "below the text");
            }
        }
    }

    private Optional<Block> headline() {
        List<Block> headings = left().stream()
                .filter(Block::isHeading)
                .filter(this::mayBeHeadline)
                .toList();
        String title = Words.key(head.title());
        Optional<Block> first = headings.stream()
                .filter(each -> each.level() == 1)
                .filter(each -> title.contains(Words.key(each.text())))
                .findFirst();
        Optional<Block> top = first.or(
                () -> headings.stream().filter(each -> each.level() == 1).findFirst());
        return top.or(() -> headings.stream()
                        .filter(each -> title.contains(Words.key(each.text())) && !title.isEmpty())
                        .findFirst())
                .or(() -> headings.stream().findFirst().filter(each -> each.index() < firstProse()));
    }

    private boolean mayBeHeadline(Block heading) {
        String key = Words.key(heading.text());
        return !key.isEmpty() && !key.equals(Words.key(facts.clinicName())) && !facts.isWhole(heading.index());
    }

    /** Without a mark of its own, a headline is a heading with no sentence before it. */
    private int firstProse() {
        return left().stream()
                .filter(this::isProse)
                .mapToInt(Block::index)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Short pieces before the headline are what a page has above its text. */
    private void beforeHeadline(Optional<Block> headline) {
        if (headline.isEmpty()) {
            return;
        }
        List<Block> before = left().stream()
                .filter(each -> each.index() < headline.get().index() && !facts.isWhole(each.index()))
                .toList();
        long prose =
                before.stream().filter(this::isProse).mapToInt(Block::words).sum();
        long after = left().stream()
                .filter(each -> each.index() > headline.get().index() && isProse(each))
                .mapToInt(Block::words)
                .sum();
        boolean headlineIsLate = prose > after;
        before.stream()
                .filter(each -> !headlineIsLate && !(isProse(each) && each.words() > 25))
                .forEach(each -> drop(each, "above the headline"));
    }

    /** After the last sentence or list under a heading there is nothing but what a page has at its foot. */
    private void trailing() {
        List<Block> rest = left();
        int end = rest.size();
        while (end > 0 && !isContent(rest, end - 1)) {
            end--;
        }
        for (Block each : rest.subList(end, rest.size())) {
            if (!facts.isWhole(each.index()) && !facts.numbersIn(each.index()).isEmpty()) {
                continue; // a number is never dropped
            }
            if (!facts.isWhole(each.index())) {
                drop(each, below(each));
            }
        }
    }

    /** Returns why something below the text is left out; empty if somebody should look at it. */
    private String below(Block block) {
        boolean label = words.says("label.generic", block.text()) || words.says("label.fact", block.text());
        boolean known = label || block.isHeading() || block.setting().linked();
        return known ? "below the text" : "";
    }

    private boolean isContent(List<Block> rest, int at) {
        Block block = rest.get(at);
        if (facts.isWhole(block.index()) || block.isHeading()) {
            return false;
        }
        boolean listed = block.kind() != Kind.PARAGRAPH && !block.setting().linked();
        boolean sentence = block.words() >= 3
                && block.text().matches(".*[.!?]$")
                && !block.setting().linked();
        boolean linked = block.setting().linked();
        return isProse(block) || listed || sentence || (linked ? introduced(rest, at) : answers(rest, at));
    }

    /** However short, what stands under a question or a heading such as "Risks" is text. */
    private boolean answers(List<Block> rest, int at) {
        Block above = rest.get(Math.max(0, at - 1));
        String aspect = words.first("aspect.", above.text());
        return above.isHeading() && (above.text().endsWith("?") || !aspect.isEmpty() && !aspect.equals("overview"));
    }

    private boolean introduced(List<Block> rest, int at) {
        int before = at;
        while (before > 0
                && rest.get(before).setting().linked()
                && !rest.get(before).isHeading()) {
            before--;
        }
        return isSubject(rest.get(before));
    }

    /** A heading whose whole text went elsewhere, such as the one over an address, heads nothing any more. */
    private List<Block> withoutBareHeadings(List<Block> body) {
        Set<Integer> kept = new HashSet<>();
        body.forEach(each -> kept.add(each.index()));
        Deque<Block> result = new ArrayDeque<>();
        for (int i = body.size() - 1; i >= 0; i--) {
            Block block = body.get(i);
            boolean heads = !result.isEmpty()
                    && (!result.getFirst().isHeading() || result.getFirst().level() > block.level());
            if (!block.isHeading() || heads || !headsOnlyFacts(block, kept)) {
                result.addFirst(block);
            } else {
                drop(block, "a heading of facts that stand elsewhere in the draft");
            }
        }
        return List.copyOf(result);
    }

    private boolean headsOnlyFacts(Block heading, Set<Integer> kept) {
        for (Block each : blocks.subList(heading.index() + 1, blocks.size())) {
            if (each.isHeading() && each.level() <= heading.level()) {
                break;
            }
            if (kept.contains(each.index())) {
                return false;
            }
        }
        return true;
    }
}
