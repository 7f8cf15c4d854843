package io.github.carelet.catalog;

/**
 * A code of a terminology.
 *
 * @param system the terminology, such as {@code ICD-10-CM}
 * @param code the code in it, such as {@code M54.30}
 */
public record Code(String system, String code) {}
