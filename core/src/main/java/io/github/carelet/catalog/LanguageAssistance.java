package io.github.carelet.catalog;

import java.util.Optional;

/**
 * The clinic's notice that it helps in other languages and those who can't see or hear well, at no cost: what the law calls the
 * notice of availability (45 CFR 92.11). The words are the clinic's own.
 *
 * @param text the notice, in as many languages as there are, also such as the clinic's content is not in
 * @param url where the full notice is
 */
public record LanguageAssistance(Localized<String> text, Optional<Link> url) {}
