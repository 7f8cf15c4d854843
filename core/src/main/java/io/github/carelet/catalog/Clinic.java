package io.github.carelet.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The clinic itself.
 *
 * @param id its id
 * @param name its name
 * @param url its own site
 * @param phone the number to call
 * @param fax the fax number
 * @param sample whether this is sample data, which is refused outside a demonstration
 * @param timeZone the zone of its wall clocks
 * @param languages BCP 47 tags that it offers; the first is the default
 * @param emergency what to do in an emergency
 * @param answerWithin how soon it answers a request
 * @param notifyAddresses e-mail addresses that hear of each request
 * @param escalateTo e-mail addresses that hear of requests left unanswered
 * @param mailFrom the sender of its mails
 * @param consent what a patient agrees to when asking for an appointment
 * @param smsConsent what a patient agrees to for text messages, asked separately
 * @param marketingConsent what a patient agrees to for news and offers of the clinic, asked separately
 * @param insuranceAccepted what it accepts
 * @param plainWords what its texts should say, or add, for words of the trade
 * @param languageAssistance its notice of help in other languages
 */
public record Clinic(
        String id,
        Localized<String> name,
        Optional<Link> url,
        PhoneNumber phone,
        Optional<PhoneNumber> fax,
        boolean sample,
        ZoneId timeZone,
        List<String> languages,
        Localized<String> emergency,
        Duration answerWithin,
        List<String> notifyAddresses,
        List<String> escalateTo,
        Optional<String> mailFrom,
        Consent consent,
        Optional<Consent> smsConsent,
        Optional<Consent> marketingConsent,
        List<Insurance> insuranceAccepted,
        List<PlainWord> plainWords,
        Optional<LanguageAssistance> languageAssistance) {

    /** Copies the lists and checks that there is a language. */
    public Clinic {
        languages = List.copyOf(languages);
        notifyAddresses = List.copyOf(notifyAddresses);
        escalateTo = List.copyOf(escalateTo);
        insuranceAccepted = List.copyOf(insuranceAccepted);
        plainWords = List.copyOf(plainWords);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("clinic '" + id + "' has no language");
        }
    }

    /** Returns the language that is used where none is asked for. */
    public String defaultLanguage() {
        return languages.get(0);
    }

    /** Returns the same, in some of its languages. */
    Clinic speaking(List<String> some) {
        return new Clinic(
                id,
                name,
                url,
                phone,
                fax,
                sample,
                timeZone,
                some,
                emergency,
                answerWithin,
                notifyAddresses,
                escalateTo,
                mailFrom,
                consent,
                smsConsent,
                marketingConsent,
                insuranceAccepted,
                plainWords,
                languageAssistance);
    }
}
