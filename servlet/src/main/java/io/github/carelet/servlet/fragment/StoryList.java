package io.github.carelet.servlet.fragment;

import java.util.List;

/**
 * One item or several, with all their text.
 *
 * @param stories the items
 */
public record StoryList(List<Story> stories) {

    /** Copies the list. */
    public StoryList {
        stories = List.copyOf(stories);
    }
}
