package io.github.carelet.servlet.page;

/**
 * The frame of a whole HTML document, for {@code layout/document.jte}.
 *
 * @param language the BCP 47 tag of its text
 * @param direction {@code ltr} or {@code rtl}
 * @param title what stands in the tab
 * @param stylesheet where the stylesheet is
 * @param indexed whether search engines may list it
 */
public record Document(String language, String direction, String title, Stylesheet stylesheet, boolean indexed) {

    /**
     * A stylesheet to link to.
     *
     * @param href its address
     * @param integrity its hash by Subresource Integrity
     */
    public record Stylesheet(String href, String integrity) {}
}
