package io.github.carelet.servlet.exchange;

import java.util.Optional;

/**
 * What stands in somebody else's page, for {@code exchange/embed.jte}: a frame if that site may have one, and in any case
 * the links that no rendition is without.
 *
 * @param language the BCP 47 tag of its text
 * @param direction {@code ltr} or {@code rtl}
 * @param href where the page is
 * @param title what it is called
 * @param frame the size of the frame, if there may be one
 * @param phone what to call
 * @param call the words for it
 * @param emergency what to do in an emergency
 */
public record Embedded(
        String language,
        String direction,
        String href,
        String title,
        Optional<Size> frame,
        String phone,
        String call,
        String emergency) {

    /** A size in CSS pixels. */
    public record Size(int width, int height) {

        /** Returns the size within another one. */
        Size within(int maxWidth, int maxHeight) {
            return new Size(Math.min(width, maxWidth), Math.min(height, maxHeight));
        }
    }
}
