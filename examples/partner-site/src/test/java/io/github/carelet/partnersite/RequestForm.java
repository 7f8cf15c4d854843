package io.github.carelet.partnersite;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Fills in the last page of the form as a patient would who has only a keyboard. */
final class RequestForm {

    /** There, though perhaps folded away. */
    static final WaitForOptions ATTACHED = new WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private RequestForm() {}

    static void fill(Locator form, String givenName) {
        form.locator("[name=preferred]").first().press("Space");
        form.locator("[name=givenName]").fill(givenName);
        form.locator("[name=familyName]").fill("Example");
        form.locator("[name=phone]").fill("(626) 555-0142");
        form.locator("[name=email]").fill("ada@example.org");
        for (Locator required : form.locator(
                        "fieldset:has(input[type=radio][required]) input[type=radio]:first-of-type")
                .all()) {
            required.press("Space");
        }
        form.locator("[name=consent]").press("Space");
    }
}
