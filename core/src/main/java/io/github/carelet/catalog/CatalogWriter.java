package io.github.carelet.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/**
 * Writes what a catalogue says to the public, in the form that {@link CatalogReader} reads. What is only between the clinic
 * and its host is left out: who is notified, who sends the mails, and how much capacity there is. Of withdrawn content only
 * its name and the day stay, so that whoever reads this withdraws it too. The same catalogue gives the same bytes everywhere.
 */
public final class CatalogWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonText json;
    private final LocalDate today;

    private CatalogWriter(JsonText json, LocalDate today) {
        this.json = json;
        this.today = today;
    }

    /** Writes one part of a catalogue. */
    @FunctionalInterface
    private interface Part {
        void write(CatalogWriter writer) throws IOException;
    }

    /**
     * Returns the public part of a catalogue as JSON in UTF-8.
     *
     * @param today the day, at the clinic, on which what is withdrawn is judged
     */
    public static byte[] write(Catalog catalog, LocalDate today) {
        return bytes(catalog, today, writer -> writer.catalog(catalog));
    }

    /** Returns what the public may know of the clinic itself. */
    public static byte[] clinic(Catalog catalog) {
        return bytes(catalog, LocalDate.EPOCH, writer -> writer.clinic(catalog.clinic()));
    }

    /** Returns what the public may know of an appointment type. */
    public static byte[] appointmentType(Catalog catalog, AppointmentType type) {
        return bytes(catalog, LocalDate.EPOCH, writer -> writer.appointmentType(type));
    }

    private static byte[] bytes(Catalog catalog, LocalDate today, Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            JsonText json = new JsonText(generator, catalog.clinic().defaultLanguage());
            json.object(() -> part.write(new CatalogWriter(json, today)));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to memory", e);
        }
        return bytes.toByteArray();
    }

    private void catalog(Catalog catalog) throws IOException {
        json.count("carelet", 1);
        json.object("clinic", () -> clinic(catalog.clinic()));
        PlaceWriter places = new PlaceWriter(json);
        json.objects("locations", catalog.locations(), places::location);
        json.objects("conditions", catalog.conditions(), each -> item(each, () -> condition(each)));
        json.objects("treatments", catalog.treatments(), each -> item(each, () -> treatment(each)));
        json.objects("practitioners", catalog.practitioners(), this::practitioner);
        json.objects("articles", catalog.articles(), each -> item(each, () -> article(each)));
        json.objects("appointmentTypes", catalog.appointmentTypes(), this::appointmentType);
    }

    private void clinic(Clinic clinic) throws IOException {
        json.text("id", clinic.id());
        json.localized("name", clinic.name());
        json.text("url", clinic.url().map(Link::href));
        json.text("phone", clinic.phone().e164());
        json.text("fax", clinic.fax().map(PhoneNumber::e164));
        json.flag("sample", clinic.sample());
        json.text("timeZone", clinic.timeZone().getId());
        json.texts("languages", clinic.languages());
        if (!clinic.emergency().equals(DefaultTexts.EMERGENCY)) {
            json.localized("emergency", clinic.emergency());
        }
        json.text("answerWithin", clinic.answerWithin().toString());
        if (!clinic.consent().equals(DefaultTexts.CONSENT)) {
            json.object("consent", () -> consent(clinic.consent()));
        }
        if (clinic.smsConsent().isPresent()) {
            json.object("smsConsent", () -> consent(clinic.smsConsent().get()));
        }
        if (clinic.marketingConsent().isPresent()) {
            json.object(
                    "marketingConsent", () -> consent(clinic.marketingConsent().get()));
        }
        new PlaceWriter(json).insurance(clinic.insuranceAccepted());
        json.objects("plainWords", clinic.plainWords(), each -> {
            json.localized("term", each.term());
            json.localized("plain", each.plain());
        });
        if (clinic.languageAssistance().isPresent()) {
            json.object(
                    "languageAssistance",
                    () -> languageAssistance(clinic.languageAssistance().get()));
        }
    }

    private void languageAssistance(LanguageAssistance assistance) throws IOException {
        json.localized("text", assistance.text());
        json.text("url", assistance.url().map(Link::href));
    }

    private void consent(Consent consent) throws IOException {
        json.text("version", consent.version());
        json.localized("text", consent.text());
    }

    /** Withdrawn content keeps its name, since a reader needs one, and loses all that was withdrawn. */
    private void item(Item item, JsonText.Inside text) throws IOException {
        json.text("id", item.id());
        json.localized(item instanceof Article ? "headline" : "name", item.name());
        if (item.review().on(today) == ReviewState.WITHDRAWN) {
            json.object("review", () -> json.text("withdrawnOn", item.review().withdrawnOn()));
            return;
        }
        json.localized("summary", item.summary());
        json.objects("sections", item.sections(), this::section);
        text.write();
        if (!item.review().equals(Review.NONE)) {
            json.object("review", () -> review(item.review()));
        }
    }

    private void section(Section section) throws IOException {
        json.text("id", section.id());
        json.choice("aspect", section.aspect());
        json.localized("heading", section.heading());
        json.localized("body", section.body().map(RichText::html));
        json.texts("requires", section.requires());
    }

    private void condition(Condition condition) throws IOException {
        json.localized("alsoCalled", condition.alsoCalled());
        json.words("patientWords", condition.patientWords());
        json.localized("redFlags", condition.redFlags());
        json.objects("codes", condition.codes(), code -> {
            json.text("system", code.system());
            json.text("code", code.code());
        });
    }

    private void treatment(Treatment treatment) throws IOException {
        json.choice("kind", treatment.kind());
        json.localized("alsoCalled", treatment.alsoCalled());
        json.words("patientWords", treatment.patientWords());
        json.texts("treats", treatment.treats());
        json.texts("combinesWith", treatment.combinesWith());
        json.texts("availableAt", treatment.availableAt());
        json.choice("sensitivity", treatment.sensitivity());
        json.choice("referralRequired", treatment.referralRequired());
        if (treatment.whatToBring().isPresent()) {
            json.localized("whatToBring", treatment.whatToBring().get());
        }
    }

    private void article(Article article) throws IOException {
        json.texts("about", article.about());
        json.text("canonicalUrl", article.canonicalUrl().map(Link::href));
        json.text("published", article.published());
    }

    private void review(Review review) throws IOException {
        json.text("reviewedBy", review.reviewedBy());
        json.text("credential", review.credential());
        json.text("reviewedOn", review.reviewedOn());
        json.text("dueOn", review.dueOn());
        json.text("withdrawnOn", review.withdrawnOn());
        json.objects("sources", review.sources(), source -> {
            json.text("title", source.title());
            json.text("url", source.url().map(Link::href));
        });
    }

    private void practitioner(Practitioner practitioner) throws IOException {
        json.text("id", practitioner.id());
        json.localized("name", practitioner.name());
        json.localized("role", practitioner.role());
        json.texts("locations", practitioner.locations());
        json.texts("languages", practitioner.languages());
    }

    /** Without capacity, pool, buffers, the limit of a day and who does it: they only matter where bookings are taken. */
    private void appointmentType(AppointmentType type) throws IOException {
        json.text("id", type.id());
        json.localized("name", type.name());
        json.flag("default", type.isDefault());
        json.texts("treatments", type.treatments());
        json.texts("locations", type.locations());
        json.choice("mode", type.mode());
        if (!type.duration().isZero()) {
            json.text("duration", type.duration().toString());
        }
        if (!type.step().isZero()) {
            json.text("step", type.step().toString());
        }
        json.text("notice", type.notice().toString());
        json.text("window", "P" + type.windowDays() + "D");
        json.texts(
                "patients",
                type.patients().stream().sorted().map(JsonText::written).toList());
        new PlaceWriter(json).hours(type.hours());
        json.texts(
                "ask", type.ask().stream().sorted().map(CatalogWriter::written).toList());
        json.objects("questions", type.questions(), this::question);
    }

    private void question(Question question) throws IOException {
        json.text("id", question.id());
        json.localized("label", question.label());
        json.choice("kind", question.kind());
        json.localized("choices", question.choices());
        json.flag("required", question.required());
    }

    private static String written(Ask ask) {
        return ask == Ask.BIRTH_DATE ? "birthDate" : JsonText.written(ask);
    }
}
