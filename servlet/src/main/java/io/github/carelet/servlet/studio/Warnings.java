package io.github.carelet.servlet.studio;

import io.github.carelet.Carelet;
import io.github.carelet.Partner;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.embed.PageOrigin;
import io.github.carelet.servlet.http.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what would not work where it is pasted.
 *
 * @param carelet whose content it is
 * @param words the messages for whoever pastes
 * @param site where it is
 */
record Warnings(Carelet carelet, Messages words, Site site) {

    /** Returns what is to be said of a choice for a page at an address, as typed. */
    List<String> of(Choice choice, String page) {
        List<String> warnings = new ArrayList<>();
        if (!site.isAbsolute()) {
            warnings.add(words.text("studio.warn.address"));
        }
        if (site.href(choice).isEmpty()) {
            warnings.add(words.text("studio.warn.nobody"));
        }
        Optional<Partner> partner = choice.partner().flatMap(carelet::partner);
        if (page.isBlank()) {
            partner.filter(each -> each.origins().isEmpty())
                    .ifPresent(each -> warnings.add(words.text("studio.warn.origins", each.id())));
            return warnings;
        }
        Optional<PageOrigin> origin = PageOrigin.of(page);
        if (origin.isEmpty()) {
            warnings.add(words.text("studio.warn.page"));
            return warnings;
        }
        if (!origin.get().isAmong(allowed(partner))) {
            warnings.add(partner.map(each -> words.text("studio.warn.frame", origin.get(), each.id()))
                    .orElseGet(() -> words.text("studio.warn.partner", origin.get())));
        }
        return warnings;
    }

    private List<String> allowed(Optional<Partner> partner) {
        List<String> allowed = new ArrayList<>(partner.map(Partner::origins).orElse(List.of()));
        carelet.publicUrl().map(Origin::of).ifPresent(allowed::add);
        return allowed;
    }
}
