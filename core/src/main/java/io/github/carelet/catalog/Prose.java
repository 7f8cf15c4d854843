package io.github.carelet.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Text as its sentences: each paragraph, list item, cell and line ends one.
 *
 * @param headings the headings in it, which are no sentences
 * @param sentences the sentences
 */
record Prose(List<Sentence> headings, List<Sentence> sentences) {

    Prose {
        headings = List.copyOf(headings);
        sentences = List.copyOf(sentences);
    }

    static Prose of(String text) {
        return new Prose(List.of(), Sentence.in(text));
    }

    static Prose of(RichText text) {
        Blocks blocks = new Blocks();
        Jsoup.parseBodyFragment(text.html()).body().traverse(blocks);
        return new Prose(blocks.headings, blocks.sentences);
    }

    /** Returns all sentences, those of headings first. */
    List<Sentence> all() {
        List<Sentence> all = new ArrayList<>(headings);
        all.addAll(sentences);
        return all;
    }

    /** Takes the text between the borders of two blocks as one paragraph. */
    private static final class Blocks implements NodeVisitor {

        private final List<Sentence> headings = new ArrayList<>();
        private final List<Sentence> sentences = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                paragraph.append(text.getWholeText());
            } else if (isBorder(node)) {
                flush(sentences);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isBorder(node)) {
                flush(node.nodeName().matches("h[1-6]") ? headings : sentences);
            }
        }

        private static boolean isBorder(Node node) {
            return node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"));
        }

        private void flush(List<Sentence> list) {
            if (!paragraph.isEmpty()) {
                list.addAll(Sentence.in(paragraph.toString()));
                paragraph.setLength(0);
            }
        }
    }
}
