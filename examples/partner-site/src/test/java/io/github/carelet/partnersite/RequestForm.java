package io.github.carelet.partnersite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Fills in the last page of the form as a patient would who has only a keyboard. */
final class RequestForm {

    /** There, though perhaps folded away. */
    static final WaitForOptions ATTACHED = new WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private static final int MOST_PRESSES = 5;

    private RequestForm() {}

    static void fill(Locator form, String givenName) {
        choose(form.locator("[name=preferred], [name=slot]").first());
        form.locator("[name=givenName]").fill(givenName);
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
