package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.AppointmentType.Ask;
import io.github.carelet.catalog.AppointmentType.Mode;
import io.github.carelet.catalog.AppointmentType.PatientKind;
import io.github.carelet.catalog.AppointmentType.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogReaderTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @TempDir
    private Path folder;

    @Test
    void aCatalogueThatUsesEverythingHasNoProblem() {
        assertThat(Catalogs.all(Catalogs.read(Catalogs.full()))).isEmpty();
    }

    @Test
    void theClinicIsRead() {
        Clinic clinic = full().clinic();
        assertThat(clinic)
                .isEqualTo(new Clinic(
                        "example",
                        Localized.of("en", "Example Clinic"),
                        Optional.of(new Link("https://example.org/")),
                        new PhoneNumber("+16265550100"),
                        Optional.of(new PhoneNumber("+16265550101")),
                        false,
                        LOS_ANGELES,
                        List.of("en", "es"),
                        clinic.emergency(),
                        Duration.ofHours(8),
                        List.of("desk@example.org"),
                        List.of("manager@example.org"),
                        Optional.of("clinic@example.org"),
                        clinic.consent(),
                        clinic.smsConsent(),
                        clinic.marketingConsent(),
                        List.of(new Insurance(Localized.of("en", "Medicare"), Optional.of(LocalDate.of(2026, 10, 1)))),
                        List.of(new PlainWord(
                                new Localized<>(Map.of("en", "radiculopathy", "es", "radiculopatía"), "en"),
                                new Localized<>(Map.of("en", "pinched nerve", "es", "nervio pinzado"), "en"))),
                        Optional.of(new LanguageAssistance(
                                new Localized<>(
                                        Map.of("en", "Free help.", "es", "Ayuda gratis.", "vi", "Trợ giúp miễn phí."),
                                        "en"),
                                Optional.of(new Link("/help"))))));
        assertThat(clinic.emergency().in("es").value()).isEqualTo("Si es una emergencia, llame al 911.");
        assertThat(clinic.consent().version()).isEqualTo("2026-11");
        assertThat(clinic.consent().text().in("es").value()).isEqualTo("Acepto.");
        assertThat(clinic.smsConsent().map(Consent::version)).contains("2026-10");
        assertThat(clinic.marketingConsent().map(Consent::version)).contains("2026-09");
    }

    @Test
    void aLocationIsRead() {
        Location arcadia = full().location("arcadia").orElseThrow();
        assertThat(arcadia.phone().e164()).isEqualTo("+16265550102");
        assertThat(arcadia.fax().map(PhoneNumber::e164)).contains("+16265550103");
        assertThat(arcadia.address().oneLine()).isEqualTo("1 Main St, Suite B, Arcadia, CA 91006, US");
        assertThat(arcadia.geo()).contains(new Geo(34.14, -118.03));
        assertThat(arcadia.timeZone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(arcadia.languagesSpoken()).containsExactly("en", "es");
        assertThat(arcadia.access()).isEqualTo(new Access(Known.YES, Known.NO, Known.UNKNOWN));
        assertThat(arcadia.acceptingNewPatients()).isEqualTo(Known.YES);
        assertThat(arcadia.insuranceAccepted()).hasSize(1);
        OpeningHours hours = arcadia.hours().orElseThrow();
        assertThat(hours.weekly().get(DayOfWeek.MONDAY))
                .containsExactly(OpenInterval.parse("08:00-12:00"), OpenInterval.parse("13:00-17:00"));
        assertThat(hours.weekly().get(DayOfWeek.TUESDAY)).isEmpty();
        assertThat(hours.on(LocalDate.of(2026, 12, 25))).isEmpty();
        assertThat(hours.on(LocalDate.of(2026, 12, 31))).containsExactly(OpenInterval.parse("08:00-12:00"));
        assertThat(hours.exceptions().get(0).note().map(note -> note.in("es").value()))
                .contains("Fiesta");
    }

    @Test
    void whatALocationDoesNotSayIsTheClinics() {
        Location glendale = full().location("glendale").orElseThrow();
        assertThat(glendale.phone().e164()).isEqualTo("+16265550100");
        assertThat(glendale.timeZone()).isEqualTo(LOS_ANGELES);
        assertThat(glendale.hours()).isEmpty();
        assertThat(glendale.acceptingNewPatients()).isEqualTo(Known.UNKNOWN);
        assertThat(glendale.access()).isEqualTo(Access.UNKNOWN);
        assertThat(glendale.address().oneLine()).isEqualTo("2 Main St, Glendale");
    }

    @Test
    void aConditionIsRead() {
        Condition sciatica = full().condition("sciatica").orElseThrow();
        assertThat(sciatica.name().in("es").value()).isEqualTo("Ciática");
        assertThat(sciatica.alsoCalled()).hasSize(1);
        assertThat(sciatica.patientWords().byLanguage())
                .isEqualTo(Map.of(
                        "en", List.of("my leg is on fire", "shooting pain"), "es", List.of("me arde la pierna")));
        assertThat(sciatica.redFlags().get(0).in("es").value()).isEqualTo("Entumecimiento");
        assertThat(sciatica.codes()).containsExactly(new Code("ICD-10-CM", "M54.30"));
        assertThat(sciatica.review().reviewedOn()).contains(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aTreatmentIsRead() {
        Treatment therapy = full().treatment("physical-therapy").orElseThrow();
        assertThat(therapy.kind()).isEqualTo(Treatment.Kind.THERAPY);
        assertThat(therapy.patientWords().byLanguage()).isEqualTo(Map.of("en", List.of("rehab")));
        assertThat(therapy.summary().in("en").value()).isEqualTo("Move <well>.");
        assertThat(therapy.treats()).containsExactly("sciatica");
        assertThat(therapy.combinesWith()).containsExactly("nerve-block");
        assertThat(therapy.availableAt()).containsExactly("arcadia");
        assertThat(therapy.sensitivity()).isEqualTo(Treatment.Sensitivity.SENSITIVE);
        assertThat(therapy.referralRequired()).isEqualTo(Known.NO);
        assertThat(therapy.whatToBring().map(text -> text.in("es").value())).contains("Ropa cómoda");
        Section benefits = therapy.sections().get(0);
        assertThat(benefits.aspect()).isEqualTo(Aspect.BENEFITS);
        assertThat(benefits.requires()).containsExactly("risks");
        assertThat(benefits.body().in("en").value().html())
                .isEqualTo("<ul><li><strong>Strength</strong>: more</li></ul>");
        assertThat(therapy.review())
                .isEqualTo(new Review(
                        "A. Example",
                        "PT, DPT",
                        Optional.of(LocalDate.of(2026, 3, 1)),
                        Optional.of(LocalDate.of(2027, 3, 1)),
                        Optional.empty(),
                        List.of(new Review.Source("A study", Optional.of(new Link("https://example.org/study"))))));
    }

    @Test
    void whatATreatmentDoesNotSayHasDefaults() {
        Treatment block = full().treatment("nerve-block").orElseThrow();
        assertThat(block.kind()).isEqualTo(Treatment.Kind.OTHER);
        assertThat(block.availableAt()).containsExactly("arcadia", "glendale");
        assertThat(block.sensitivity()).isEqualTo(Treatment.Sensitivity.NORMAL);
        assertThat(block.referralRequired()).isEqualTo(Known.UNKNOWN);
        assertThat(block.summary().in("en").value()).isEmpty();
        assertThat(full().treatmentsFor("sciatica")).extracting(Treatment::id).containsExactly("physical-therapy");
    }

    @Test
    void practitionersAndArticlesAreRead() {
        assertThat(full().practitioner("a-example"))
                .map(Practitioner::role)
                .map(role -> role.in("es").value())
                .contains("Fisioterapeuta");
        Article article = full().article("pain").orElseThrow();
        assertThat(article.about()).containsExactly("physical-therapy", "sciatica");
        assertThat(article.canonicalUrl()).contains(new Link("https://example.org/pain"));
        assertThat(article.published()).contains(LocalDate.of(2025, 3, 1));
    }

    @Test
    void anAppointmentTypeIsRead() {
        AppointmentType type = full().appointmentType("pt-evaluation").orElseThrow();
        assertThat(type.isDefault()).isTrue();
        assertThat(type.mode()).isEqualTo(Mode.SLOTS);
        assertThat(type.duration()).isEqualTo(Duration.ofMinutes(45));
        assertThat(type.step()).isEqualTo(Duration.ofMinutes(15));
        assertThat(type.bufferBefore()).isEqualTo(Duration.ofMinutes(5));
        assertThat(type.bufferAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(type.notice()).isEqualTo(Duration.ofHours(24));
        assertThat(type.windowDays()).isEqualTo(56);
        assertThat(type.perDay()).isEqualTo(OptionalInt.of(12));
        assertThat(type.capacity()).isEqualTo(2);
        assertThat(type.pool()).isEqualTo("pt-room");
        assertThat(type.patients()).containsExactly(PatientKind.NEW);
        assertThat(type.ask()).containsExactlyInAnyOrder(Ask.values());
        assertThat(type.hours().orElseThrow().weekly().get(DayOfWeek.TUESDAY)).hasSize(1);
        assertThat(type.questions())
                .extracting(Question::kind)
                .containsExactly(Question.Kind.CHOICE, Question.Kind.YES_NO);
        assertThat(type.questions().get(0).choices()).hasSize(2);
        assertThat(type.questions()).extracting(Question::required).containsExactly(true, false);
    }

    @Test
    void whatAnAppointmentTypeDoesNotSayHasDefaults() {
        AppointmentType visit = full().appointmentType("visit").orElseThrow();
        assertThat(visit)
                .isEqualTo(new AppointmentType(
                        "visit",
                        visit.name(),
                        false,
                        List.of(),
                        List.of("arcadia", "glendale"),
                        Mode.REQUEST,
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        60,
                        OptionalInt.empty(),
                        1,
                        "visit",
                        List.of("a-example"),
                        java.util.Set.of(PatientKind.values()),
                        Optional.empty(),
                        java.util.Set.of(),
                        List.of()));
    }

    @Test
    void aPhoneTypeNeedsNoDurationAndEmptyHoursSayNothing() {
        AppointmentType call = full().appointmentType("call").orElseThrow();
        assertThat(call.duration()).isZero();
        assertThat(call.hours()).isEmpty();
    }

    @Test
    void aClinicThatSaysLittleHasAnEmergencyLineAndAConsent() {
        Clinic clinic =
                Catalogs.readRest("\"locations\": []").catalog().orElseThrow().clinic();
        assertThat(clinic.answerWithin()).isEqualTo(Duration.ofDays(1));
        assertThat(clinic.emergency().in("en").value())
                .isEqualTo("If this is an emergency, call your local emergency number now.");
        assertThat(clinic.consent().version()).isEqualTo("default-1");
        assertThat(clinic.consent().text().in("en").value()).isNotBlank();
        assertThat(clinic.smsConsent()).isEmpty();
    }

    @Test
    void aFolderIsMergedInTheOrderOfNamesAndOtherFilesAreLeftAlone() throws IOException {
        write(
                "20.json",
                "{\"locations\": [{\"id\": \"two\", \"name\": \"Two\", \"address\": {\"street\": \"2\", \"city\": \"B\"}}]}");
        write(
                "10.json",
                "{\"locations\": [{\"id\": \"one\", \"name\": \"One\", \"address\": {\"street\": \"1\", \"city\": \"A\"}}]}");
        write(
                "30.json",
                "{\"carelet\": 1, \"clinic\": {\"id\": \"c\", \"name\": \"C\", \"phone\": \"+16265550100\","
                        + " \"timeZone\": \"America/Los_Angeles\", \"languages\": [\"en\"]}}");
        write(".30.json", "not a catalogue");
        write("notes.txt", "not a catalogue");
        CatalogReading reading = Catalogs.reader().read(folder);
        assertThat(Catalogs.all(reading)).isEmpty();
        assertThat(reading.catalog().orElseThrow().locations())
                .extracting(Location::id)
                .containsExactly("one", "two");
    }

    @Test
    void aByteOrderMarkIsNoProblem() {
        assertThat(Catalogs.errors(Catalogs.read("\uFEFF" + Catalogs.full()))).isEmpty();
    }

    @Test
    void theVersionTellsContentsAndNotNames() throws IOException {
        String version = Catalogs.read(Catalogs.full()).version();
        write("other-name.json", Catalogs.full());
        assertThat(Catalogs.reader().read(folder).version()).isEqualTo(version).matches("[0-9a-f]{16}");
        write("other-name.json", Catalogs.full() + " ");
        assertThat(Catalogs.reader().read(folder).version()).isNotEqualTo(version);
    }

    private void write(String name, String content) throws IOException {
        Files.write(folder.resolve(name), content.getBytes(UTF_8));
    }

    private static Catalog full() {
        return Catalogs.read(Catalogs.full()).catalog().orElseThrow();
    }
}
