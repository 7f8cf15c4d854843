package io.github.carelet.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses of the clinic's own pages, and the names of the things that they are about.
 *
 * <p>A name is the address of the page in no particular language and a word for the thing, such as
 * {@code https://clinic.example/carelet/pages/treatments/nerve-block#treatment}: the same on every page, in every language
 * and on every node. Where the host has not said its public address, names and addresses are paths from the root of the
 * site, and whoever reads them resolves them against the address that the page was fetched from (JSON-LD 1.1, 4.1.3; RFC
 * 3986, section 5): nothing is guessed here.
 *
 * @param base where the servlet is mounted: absolute if that is known, else a path; without a slash at its end
 * @param defaultLanguage the language that need not be named
 */
public record OwnPages(String base, String defaultLanguage) {

    /**
     * Returns the address of a page.
     *
     * @param path its path below {@code /pages/}, such as {@code treatments/nerve-block}
     * @param language one of the clinic's languages
     */
    public String page(String path, String language) {
        String page = base + "/pages/" + path;
        return language.equals(defaultLanguage)
                ? page
                : page + "?lang=" + URLEncoder.encode(language, StandardCharsets.UTF_8);
    }

    /** Returns the name of what a page is about. */
    String name(String path, String thing) {
        return base + "/pages/" + path + "#" + thing;
    }
}
