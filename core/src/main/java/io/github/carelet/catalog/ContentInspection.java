package io.github.carelet.catalog;

import io.github.carelet.catalog.ContentHealth.Finding;
import io.github.carelet.catalog.ContentHealth.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a catalogue once, in its order, and notes what there is to do. Used once, by one thread. */
final class ContentInspection {

    private final Catalog catalog;
    private final LocalDate day;
    private final List<String> languages;
    private final List<Finding> findings = new ArrayList<>();

    ContentInspection(Catalog catalog, LocalDate day) {
        this.catalog = catalog;
        this.day = day;
        this.languages = catalog.clinic().languages();
    }

    List<Finding> findings() {
        clinic(catalog.clinic());
        catalog.locations().forEach(this::location);
        catalog.conditions().forEach(each -> item("/conditions/", each));
        catalog.treatments().forEach(each -> item("/treatments/", each));
        catalog.practitioners().forEach(each -> translated("/practitioners/" + each.id() + "/role", each.role()));
        catalog.articles().forEach(each -> item("/articles/", each));
        catalog.appointmentTypes().forEach(this::appointmentType);
        return findings;
    }

    private void clinic(Clinic clinic) {
        translated("/clinic/emergency", clinic.emergency());
        translated("/clinic/consent/text", clinic.consent().text());
        clinic.smsConsent().ifPresent(consent -> translated("/clinic/smsConsent/text", consent.text()));
        clinic.marketingConsent().ifPresent(consent -> translated("/clinic/marketingConsent/text", consent.text()));
        clinic.languageAssistance().ifPresent(notice -> translated("/clinic/languageAssistance/text", notice.text()));
        insurance("/clinic", clinic.insuranceAccepted());
    }

    private void location(Location location) {
        String place = "/locations/" + location.id();
        location.hours().ifPresent(hours -> {
            for (int i = 0; i < hours.exceptions().size(); i++) {
                String note = place + "/hours/exceptions/" + i + "/note";
                hours.exceptions().get(i).note().ifPresent(text -> translated(note, text));
            }
        });
        insurance(place, location.insuranceAccepted());
    }

    private void insurance(String place, List<Insurance> accepted) {
        for (int i = 0; i < accepted.size(); i++) {
            Optional<LocalDate> checked = accepted.get(i).reviewedOn();
            String where = place + "/insuranceAccepted/" + i;
            if (checked.isEmpty()) {
                find(Kind.INSURANCE_UNDATED, where, checked);
            } else if (checked.get().isBefore(day.minusDays(ContentHealth.INSURANCE_DAYS))) {
                find(Kind.INSURANCE_OLD, where, checked);
            }
        }
    }

    private void item(String kind, Item item) {
        String place = kind + item.id();
        Review review = item.review();
        switch (review.on(day)) {
            case WITHDRAWN -> {
                find(Kind.WITHDRAWN, place, review.withdrawnOn());
                return;
            }
            case OVERDUE -> find(Kind.OVERDUE, place, review.dueOn());
            case DUE -> find(Kind.DUE, place, review.dueOn());
            case NONE -> find(Kind.NEVER_REVIEWED, place, Optional.empty());
            case FRESH -> {
                // Nothing to do.
            }
        }
        if (review.sources().isEmpty()) {
            find(Kind.WITHOUT_SOURCES, place, Optional.empty());
        }
        if (item instanceof Treatment treatment) {
            risks(place, treatment);
        }
        texts(place, item);
    }

    private void risks(String place, Treatment treatment) {
        if (!hasRisks(treatment.sections())) {
            find(Kind.WITHOUT_RISKS, place, Optional.empty());
            return;
        }
        treatment.sections().stream()
                .filter(each -> each.aspect() == Aspect.BENEFITS)
                .filter(each -> !hasRisks(treatment.sectionsWith(List.of(each.id()))))
                .forEach(each -> find(Kind.BENEFITS_WITHOUT_RISKS, place + "/sections/" + each.id(), Optional.empty()));
    }

    private static boolean hasRisks(List<Section> sections) {
        return sections.stream().anyMatch(each -> each.aspect() == Aspect.RISKS);
    }

    private void texts(String place, Item item) {
        translated(place + "/name", item.name());
        translated(place + "/summary", item.summary());
        if (item instanceof Condition condition) {
            translated(place + "/alsoCalled", condition.alsoCalled());
            translated(place + "/redFlags", condition.redFlags());
        }
        if (item instanceof Treatment treatment) {
            translated(place + "/alsoCalled", treatment.alsoCalled());
            treatment.whatToBring().ifPresent(what -> translated(place + "/whatToBring", what));
        }
        for (Section section : item.sections()) {
            translated(place + "/sections/" + section.id() + "/heading", section.heading());
            translated(
                    place + "/sections/" + section.id() + "/body",
                    section.body().map(RichText::html));
        }
    }

    private void appointmentType(AppointmentType type) {
        String place = "/appointmentTypes/" + type.id();
        translated(place + "/name", type.name());
        for (AppointmentType.Question question : type.questions()) {
            translated(place + "/questions/" + question.id() + "/label", question.label());
            translated(place + "/questions/" + question.id() + "/choices", question.choices());
        }
    }

    private void translated(String place, List<Localized<String>> texts) {
        for (int i = 0; i < texts.size(); i++) {
            translated(place + "/" + i, texts.get(i));
        }
    }

    /** A text that is not there at all needs no translation. */
    private void translated(String place, Localized<String> text) {
        if (text.values().values().stream().allMatch(String::isBlank)) {
            return;
        }
        languages.stream()
                .filter(language -> !text.values().containsKey(language))
                .forEach(language -> findings.add(
                        new Finding(Kind.MISSING_TRANSLATION, place, Optional.empty(), Optional.of(language))));
    }

    private void find(Kind kind, String place, Optional<LocalDate> since) {
        findings.add(new Finding(kind, place, since, Optional.empty()));
    }
}
