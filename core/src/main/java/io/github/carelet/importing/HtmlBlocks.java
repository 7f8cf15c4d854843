package io.github.carelet.importing;

import io.github.carelet.importing.Block.Kind;
import io.github.carelet.importing.Block.Setting;
import io.github.carelet.importing.BlockFrame.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;

/**
 * Cuts a page into blocks, in the order of the page: all that can be read, whatever it belongs to. What is no text, such as
 * scripts, is passed over; pictures and frames are noted. Used once.
 */
final class HtmlBlocks implements NodeFilter {

    private static final String NOTHING_TO_READ =
            "script|style|template|noscript|svg|math|object|embed|applet|canvas|audio|video|head|option|datalist";
    private static final int LEAST_MAIN = 40;

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<BlockFrame> frames = new ArrayDeque<>();
    private final Runs runs = new Runs();
    private final TableRow row = new TableRow();
    private final Zones zones;
    private final Optional<Element> main;
    private final Map<Node, Target> owners;
    private final Map<Integer, Target> owned = new HashMap<>();
    private int numbers;
    private int drawnList;
    private int drawnUntil = -1;

    private HtmlBlocks(Document page, Map<Node, Target> owners) {
        this.owners = owners;
        this.zones = new Zones(page.body());
        this.main = main(page);
    }

    /**
     * The blocks of a page.
     *
     * @param blocks all of them, in order
     * @param owned which of them stand in an element that has an owner
     */
    record Cut(List<Block> blocks, Map<Integer, Target> owned) {}

    static Cut of(Document page, Map<Node, Target> owners) {
        page.select("script, style, template, noscript").remove();
        HtmlBlocks reader = new HtmlBlocks(page, owners);
        page.body().filter(reader);
        reader.flush();
        return new Cut(List.copyOf(reader.blocks), Map.copyOf(reader.owned));
    }

    private Optional<Element> main(Document page) {
        for (String query : List.of("main, [role=main]", "article")) {
            Elements found = page.select(query);
            Elements outer = new Elements();
            found.stream()
                    .filter(each ->
                            outer.stream().noneMatch(every -> each.parents().contains(every)))
                    .limit(2)
                    .forEach(outer::add);
            if (outer.size() == 1 && zones.words(outer.get(0)) >= LEAST_MAIN) {
                return Optional.of(outer.get(0));
            }
        }
        return Optional.empty();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            runs.add(text.getWholeText(), style());
        } else if (node instanceof Element element) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element && !frames.isEmpty() && frames.element().element() == node) {
            BlockFrame frame = frames.element();
            if (frame.boundary()) {
                flush();
            }
            if (frame.role() == Role.ROW) {
                row.end().ifPresent(html -> emitRow(html, frame));
            }
            frames.pop();
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (name.matches(NOTHING_TO_READ)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (name) {
            case "br" -> runs.lineBreak();
            case "img", "iframe" -> note(element);
            case "input" -> runs.add(button(element), style());
            default -> push(element);
        }
        return name.matches("br|img|iframe|input") ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    private static String button(Element input) {
        return input.attr("type").matches("(?i)submit|button") ? input.attr("value") : "";
    }

    private void push(Element element) {
        BlockFrame frame = BlockFrame.of(element, Optional.ofNullable(frames.peek()), () -> ++numbers);
        if (frame.boundary()) {
            flush();
        } else if (frame.partsFrom(element.previousSibling())) {
            runs.part();
        }
        if (frame.role() == Role.ROW) {
            row.start();
        }
        frames.push(frame.dropped().isEmpty() ? frame.droppedFor(zone(element)) : frame);
    }

    private String zone(Element element) {
        String reason = zones.of(element);
        if (!reason.isEmpty() || main.isEmpty()) {
            return reason;
        }
        boolean outside = element != main.get()
                && frames.stream().noneMatch(each -> each.element() == main.get())
                && element.selectFirst("main, [role=main], article, h1") == null
                && frames.stream().noneMatch(each -> each.element().normalName().equals("h1"))
                && !element.normalName().equals("h1");
        return outside ? "outside of the main part of the page" : "";
    }

    private Runs.Style style() {
        String href = "";
        boolean link = false;
        boolean strong = false;
        boolean em = false;
        for (BlockFrame each : frames) {
            if (each.boundary() && !each.element().normalName().equals("a")) {
                break;
            }
            strong |= each.element().normalName().matches("b|strong");
            em |= each.element().normalName().matches("i|em");
        }
        Optional<BlockFrame> anchor = frames.stream()
                .filter(each -> each.element().normalName().matches("a|button"))
                .findFirst();
        if (anchor.isPresent()) {
            link = true;
            href = Hrefs.resolved(anchor.get().element());
        }
        return new Runs.Style(href, link, strong, em);
    }

    private void note(Element element) {
        boolean picture = element.normalName().equals("img");
        String text = Words.squeeze(element.attr(picture ? "alt" : "src"));
        if (text.isEmpty()) {
            return;
        }
        String reason = dropped();
        Setting setting = new Setting(
                reason.isEmpty() ? picture ? "a picture" : "an embedded frame" : reason,
                List.of(),
                0,
                false,
                false,
                false,
                "");
        blocks.add(new Block(blocks.size(), Kind.NOTE, 0, List.of(text), "", setting));
    }

    private String dropped() {
        return frames.isEmpty() ? "" : frames.element().dropped();
    }

    private void flush() {
        if (runs.isBlank()) {
            runs.clear();
            return;
        }
        Optional<BlockFrame> frame = Optional.ofNullable(frames.peek());
        if (frame.map(BlockFrame::cell).orElse(false)) {
            row.add(frame.get().heads(), runs);
        } else {
            Setting setting = frame.map(each -> each.setting(runs)).orElse(Setting.PLAIN);
            Kind kind = frame.map(BlockFrame::kind).orElse(Kind.PARAGRAPH);
            int level = frame.map(BlockFrame::level).orElse(0);
            Block block = new Block(blocks.size(), kind, level, runs.lines(), runs.html(), setting);
            if (Bullets.areIn(block)) {
                drawn(block);
            } else {
                add(block);
            }
        }
        runs.clear();
    }

    /** Bullets that follow each other are of one list, also if each has a paragraph of its own. */
    private void drawn(Block block) {
        if (blocks.size() != drawnUntil) {
            drawnList = ++numbers;
        }
        Bullets.parted(block, drawnList, () -> ++numbers).forEach(this::add);
        drawnUntil = blocks.get(blocks.size() - 1).isItem() ? blocks.size() : -1;
    }

    private void emitRow(String html, BlockFrame frame) {
        List<String> lines = row.lines();
        add(new Block(blocks.size(), Kind.ROW, 0, lines, html, frame.setting(new Runs())));
    }

    private void add(Block block) {
        blocks.add(block);
        if (!owners.isEmpty()) {
            frames.stream()
                    .map(each -> owners.get(each.element()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(each -> owned.put(block.index(), each));
        }
    }
}
