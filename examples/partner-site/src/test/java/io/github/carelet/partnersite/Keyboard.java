package io.github.carelet.partnersite;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody who has no pointer: goes from one thing to the next by the tabulator, and sees where that is, or not. */
final class Keyboard {

    private static final int MOST_STOPS = 400;

    /** What has the focus, and whether one sees it: an outline of 2 px or more, a line of it (48 px) in the window and on top. */
    private static final String FOCUS = """
            () => {
              const element = document.activeElement;
              const shown = element.closest('label') || element;
              const box = shown.getBoundingClientRect();
              const outlined = [element, element.nextElementSibling, shown].some(each => {
                const style = each && getComputedStyle(each);
                return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              });
              const inside = box.top >= 0 && box.left >= 0 && box.right <= innerWidth + 1
                && Math.min(box.bottom, box.top + 48) <= innerHeight + 1;
              const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 48) / 2);
              const covered = !onTop || !(shown.contains(onTop) || onTop.contains(shown));
              return {
                name: element.getAttribute('name') || '', type: element.type || '', next: element.hasAttribute('data-carelet-next'),
                required: element.required === true, checked: element.checked === true, tag: element.tagName,
                trouble: (outlined ? '' : ' no outline') + (inside ? '' : ` outside: ${JSON.stringify(box)}`) + (covered ? ' covered' : '')
              };
            }
            """;

    private final Page page;
    private final List<String> unseen = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    Keyboard(Page page) {
        this.page = page;
    }

    /** Fills in a step of the form and sends it; returns where the focus was not to be seen so far. */
    List<String> fill(Map<String, String> texts) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            Map<?, ?> focus = (Map<?, ?>) page.evaluate(FOCUS);
            if (!String.valueOf(focus.get("trouble")).isEmpty()) {
                unseen.add(focus.toString());
            }
            if (Boolean.TRUE.equals(focus.get("next"))) {
                page.keyboard().press("Enter");
                return unseen;
            }
            answer(focus, texts);
        }
        throw new AssertionError("no way to the button in " + MOST_STOPS + " stops");
    }

    private void answer(Map<?, ?> focus, Map<String, String> texts) {
        String name = String.valueOf(focus.get("name"));
        boolean chosen =
                List.of("preferred", "slot", "consent").contains(name) || Boolean.TRUE.equals(focus.get("required"));
        if (texts.containsKey(name)) {
            page.keyboard().type(texts.getOrDefault(name, ""));
        } else if (chosen && Boolean.FALSE.equals(focus.get("checked")) && done.add(name)) {
            page.keyboard().press("Space");
        }
    }
}
