package io.github.carelet.servlet.tags;

/** Shows articles, or one of them. */
public final class ArticleTag extends FragmentTag {

    /** For the container. */
    public ArticleTag() {
        super("articles");
    }
}
