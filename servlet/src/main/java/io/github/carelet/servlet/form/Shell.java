package io.github.carelet.servlet.form;

import io.github.carelet.catalog.Localized;
import io.github.carelet.catalog.PhoneNumber;
import io.github.carelet.language.Messages;
import io.github.carelet.servlet.page.Document;

/**
 * What every document of the booking flow has, for {@code form/shell.jte}.
 *
 * @param document the frame
 * @param words what the interface says
 * @param clinic who the clinic is
 * @param phone the number to call
 * @param emergency what to do in an emergency
 */
public record Shell(
        Document document,
        Messages words,
        Localized.Value<String> clinic,
        PhoneNumber phone,
        Localized.Value<String> emergency) {}
