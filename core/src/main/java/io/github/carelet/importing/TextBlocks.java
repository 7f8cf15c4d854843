package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import io.github.carelet.importing.Block.Level;
import io.github.carelet.importing.Block.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** Cuts a plain text into blocks: headings by their case and the blank lines around them, lists by their bullets. Used once. */
final class TextBlocks {

    private static final Pattern BULLET =
            Pattern.compile("^\\s*(?:[•‣◦▪●○·∙*+–—-]|\\(?[0-9]{1,2}[.)]|[✓✔➤►])\\s+(.*)$");
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\(?[0-9]{1,2}[.)]\\s.*");
    private static final Pattern UNDERLINE = Pattern.compile("^\\s*([=\\-~_*])\\1{2,}\\s*$");
    private static final Pattern HASHES = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final int WRAPPED = 60;
    private static final int LONGEST_HEADING = 90;

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private Optional<Setting> item = Optional.empty();
    private final List<String> source;
    private int numbers;
    private int list;

    private TextBlocks(List<String> source) {
        this.source = source;
    }

    static List<Block> of(String text) {
        TextBlocks reader = new TextBlocks(text.lines().toList());
        for (int i = 0; i < reader.source.size(); i++) {
            reader.line(i);
        }
        reader.flush();
        return List.copyOf(reader.blocks);
    }

    private void line(int at) {
        String raw = source.get(at);
        String line = Words.squeeze(raw);
        Matcher bullet = BULLET.matcher(raw);
        Matcher hashes = HASHES.matcher(raw);
        if (line.isEmpty() || UNDERLINE.matcher(raw).matches()) {
            flush();
            list = continuesList(at) ? list : 0;
        } else if (hashes.matches()) {
            flush();
            add(Kind.HEADING, hashes.group(1).length(), Words.squeeze(hashes.group(2)));
        } else if (bullet.matches() && !Words.squeeze(bullet.group(1)).isEmpty()) {
            flush();
            list = list == 0 ? ++numbers : list;
            item(Words.squeeze(bullet.group(1)), NUMBER.matcher(raw).matches());
        } else if (list != 0 && Character.isWhitespace(raw.charAt(0)) && item.isPresent()) {
            open.add(line);
        } else {
            outsideOfLists(at, line);
        }
    }

    private void outsideOfLists(int at, String line) {
        list = 0;
        if (item.isPresent()) {
            flush();
        }
        if (isHeading(at, line)) {
            flush();
            add(Kind.HEADING, 2, line);
        } else {
            open.add(line);
        }
    }

    private boolean continuesList(int at) {
        return at + 1 < source.size()
                && list != 0
                && BULLET.matcher(source.get(at + 1)).matches();
    }

    /** A heading is a short line with a blank one before it, set like one or followed by what it heads. */
    private boolean isHeading(int at, String line) {
        boolean alone = at == 0 || source.get(at - 1).isBlank() || at == 1 && blocks.size() == 1;
        boolean sentence = line.matches(".*[.;,!]$") || line.matches("(?U).*(?<!\\b\\p{L}{1,3})[.!?]\\s.*");
        if (!alone || sentence || line.length() > LONGEST_HEADING || line.matches(".*(\\d{3}|©|@).*")) {
            return false;
        }
        String next = at + 1 < source.size() ? source.get(at + 1) : "";
        boolean ends = next.isBlank() || at == 0 || UNDERLINE.matcher(next).matches() || heads(next);
        boolean capital = !Character.isLowerCase(line.codePointAt(0)) && !line.endsWith(":");
        return ends && (Words.isTitleCase(line) || capital && Words.count(line) <= 8 && heads(following(at)));
    }

    private String following(int at) {
        return source.subList(at + 1, source.size()).stream()
                .limit(4)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
    }

    private static boolean heads(String next) {
        return next.length() >= WRAPPED || BULLET.matcher(next).matches();
    }

    private void item(String text, boolean ordered) {
        item = Optional.of(new Setting("", List.of(new Level(list, ordered)), ++numbers, false, false, false, ""));
        open.add(text);
    }

    /** Lines of an item, and of a paragraph that was wrapped, are joined; short lines of a paragraph stay lines. */
    private void flush() {
        if (open.isEmpty()) {
            return;
        }
        boolean wrapped =
                open.size() > 1 && open.subList(0, open.size() - 1).stream().allMatch(each -> each.length() >= WRAPPED);
        List<String> lines = item.isPresent() || wrapped ? List.of(String.join(" ", open)) : List.copyOf(open);
        String html = String.join("<br>", lines.stream().map(Entities::escape).toList());
        Kind kind = item.isPresent() ? Kind.ITEM : Kind.PARAGRAPH;
        blocks.add(new Block(blocks.size(), kind, 0, lines, html, item.orElse(Setting.PLAIN)));
        open.clear();
        item = Optional.empty();
    }

    private void add(Kind kind, int level, String text) {
        blocks.add(new Block(blocks.size(), kind, level, List.of(text), Entities.escape(text), Setting.PLAIN));
    }
}
