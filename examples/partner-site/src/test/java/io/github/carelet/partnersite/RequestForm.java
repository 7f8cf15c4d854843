package io.github.carelet.partnersite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Answers when and who as a patient would who has only a keyboard. */
final class RequestForm {

    /** There, though perhaps folded away. */
    static final WaitForOptions ATTACHED = new WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    /** What a time is chosen with. */
    static final String TIMES = "[name=preferred]:not([type=hidden]), [name=slot]:not([type=hidden])";

    private static final int MOST_PRESSES = 5;

    private RequestForm() {}

    /** Fills in the form from the question when on, or from the last page on; does not send it. */
    static void fill(Locator form, String givenName) {
        chooseWhen(form).fill(givenName);
        form.locator("[name=familyName]").fill("Example");
        form.locator("[name=phone]").fill("(626) 555-0142");
        form.locator("[name=email]").fill("ada@example.org");
        for (Locator required : form.locator(
                        "fieldset:has(input[type=radio][required]) input[type=radio]:first-of-type")
                .all()) {
            choose(required);
        }
        choose(form.locator("[name=consent]"));
    }

    /**
     * Goes on to the last page, with the second time that there is, since the first may come too soon until it is sent, and
     * returns the field of the name there.
     */
    static Locator chooseWhen(Locator form) {
        Locator name = form.locator("[name=givenName]:not([type=hidden])");
        Locator times = form.locator(TIMES);
        times.or(name).first().waitFor(ATTACHED);
        if (times.count() > 0) {
            choose(times.nth(Math.min(1, times.count() - 1)));
        }
        if (name.count() == 0) {
            form.locator("[data-carelet-next]").click();
        }
        name.waitFor();
        return name;
    }

    /**
     * Chooses with the space bar. A document that is still arriving in a frame moves the focus once more when it is there,
     * and a key that was on its way then goes nowhere: a patient sees that and presses again, and so do we.
     */
    static void choose(Locator input) {
        for (int presses = 0; presses < MOST_PRESSES && !input.isChecked(); presses++) {
            input.press("Space");
        }
        assertThat(input).isChecked();
    }
}
