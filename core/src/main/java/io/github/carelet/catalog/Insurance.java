package io.github.carelet.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An insurance that is accepted.
 *
 * @param name the insurer or plan
 * @param reviewedOn when somebody last checked
 */
public record Insurance(Localized<String> name, Optional<LocalDate> reviewedOn) {}
