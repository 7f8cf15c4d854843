package io.github.carelet.partnersite;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * axe in a page, with the size of what is to be pressed on top of its usual rules. Its source goes once into each document, and
 * only what is wrong comes back: by its own adapter a look takes several times as long. What stands in a frame is looked at as a
 * page: a frame that is out of sight would never answer.
 */
final class Axe {

    private static final String SOURCE = AxeBuilder.getAxeScript();

    private static final String RUN = """
            async () => {
              const { violations } = await axe.run(document, {
                resultTypes: ['violations'], iframes: false, rules: { 'target-size': { enabled: true } }
              });
              return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(each => each.html)}`);
            }
            """;

    private Axe() {}

    /** Returns what is wrong. */
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in self"))) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }
}
