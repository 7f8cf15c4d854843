package io.github.carelet.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an editor has to look after: which texts are no longer, or not yet, vouched for, and what is missing. All of it is
 * about published content, so none of it is secret, except that the problems name files. Immutable.
 *
 * <p>What is withdrawn is told as withdrawn and as nothing else.
 *
 * @param day the day at the clinic for which this holds
 * @param items how many treatments, conditions and articles there are
 * @param findings what there is to do, in the order of the catalogue
 * @param problems what the reader had to say of the newest reading
 */
public record ContentHealth(LocalDate day, int items, List<Finding> findings, List<CatalogProblem> problems) {

    /** After how many days what insurance is accepted should be asked again. */
    public static final int INSURANCE_DAYS = 365;

    /** Copies the lists. */
    public ContentHealth {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
    }

    /** What there may be to do. */
    public enum Kind {
        /** The next review is due within {@value Review#DUE_DAYS} days. */
        DUE,
        /** The day of the next review has passed. */
        OVERDUE,
        /** It is not shown any more; links to it get 410. */
        WITHDRAWN,
        /** Nobody has said when it was reviewed. */
        NEVER_REVIEWED,
        /** It names nothing that it rests on. */
        WITHOUT_SOURCES,
        /** A treatment has no section on its risks. */
        WITHOUT_RISKS,
        /** The section on its benefits can be shown without the one on its risks, since it does not require it. */
        BENEFITS_WITHOUT_RISKS,
        /** A text is missing in a language that the clinic offers, and is shown in another one. */
        MISSING_TRANSLATION,
        /** That an insurance is accepted was last checked more than {@value #INSURANCE_DAYS} days ago. */
        INSURANCE_OLD,
        /** Nobody has said when it was checked that an insurance is accepted. */
        INSURANCE_UNDATED
    }

    /**
     * Something to do.
     *
     * @param kind what
     * @param place where, such as {@code /treatments/physical-therapy/sections/risks/body}: ids, and numbers from 0 in lists
     *     of what has no id
     * @param since the day that counts: of the review that is due, of the withdrawal, of the last check
     * @param language the BCP 47 tag of the language that is missing
     */
    public record Finding(Kind kind, String place, Optional<LocalDate> since, Optional<String> language) {}

    /**
     * Returns what there is to do.
     *
     * @param catalog what is published
     * @param problems what was wrong with it when it was read
     * @param day the day at the clinic
     */
    public static ContentHealth of(Catalog catalog, List<CatalogProblem> problems, LocalDate day) {
        int items = catalog.treatments().size()
                + catalog.conditions().size()
                + catalog.articles().size();
        return new ContentHealth(day, items, new ContentInspection(catalog, day).findings(), problems);
    }

    /** Returns how many findings of a kind there are. */
    public int count(Kind kind) {
        return (int) findings.stream().filter(each -> each.kind() == kind).count();
    }

    /** Returns how many texts are missing in each language in which any is. */
    public Map<String, Integer> missingTranslations() {
        Map<String, Integer> missing = new TreeMap<>();
        findings.stream()
                .flatMap(each -> each.language().stream())
                .forEach(language -> missing.merge(language, 1, Integer::sum));
        return missing;
    }
}
