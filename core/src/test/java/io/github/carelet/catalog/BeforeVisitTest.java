package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.BeforeVisit.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeforeVisitTest {

    private static final Catalog CATALOG = catalog();

    private static Catalog catalog() {
        String json = """
                {"clinic": {"id": "maple", "name": "Maple", "phone": "+16265550100", "fax": "+16265550190",
                  "timeZone": "America/Los_Angeles", "languages": ["en"], "answerWithin": "PT4H",
                  "insuranceAccepted": [{"name": "Medicare", "reviewedOn": "2026-10-01"}]},
                 "locations": [
                  {"id": "plain", "name": "Plain", "address": {"street": "1 Elm St", "city": "Arcadia"}},
                  {"id": "same", "name": "Same", "address": {"street": "2 Elm St", "city": "Arcadia"},
                   "insuranceAccepted": [{"name": "Medicare", "reviewedOn": "2026-10-01"}], "fax": "+16265550190"},
                  {"id": "own", "name": "Own", "address": {"street": "3 Elm St", "city": "Arcadia"},
                   "insuranceAccepted": [{"name": "Aetna"}], "fax": "+16265550191"}],
                 "treatments": [
                  {"id": "asked", "name": "Asked", "referralRequired": "yes", "whatToBring": "Shoes."},
                  {"id": "again", "name": "Again", "referralRequired": "yes", "whatToBring": "Shoes."},
                  {"id": "free", "name": "Free", "referralRequired": "no", "whatToBring": "A towel."},
                  {"id": "silent", "name": "Silent", "referralRequired": "unknown"},
                  {"id": "mute", "name": "Mute"}]}""";
        return Catalogs.read(json).catalog().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | Medicare | 190",
                "same | Medicare | 190",
                "plain same | Medicare | 190",
                "own | Aetna | 191",
                "plain own | differs | differs",
                "'' | Medicare | 190"
            })
    void aLocationReplacesWhatTheClinicSays(String locations, String insurance, String fax) {
        BeforeVisit answers = BeforeVisit.of(CATALOG.clinic(), List.of(), locations(locations));
        assertThat(shown(answers.insurance())).contains(insurance);
        assertThat(shown(answers.fax())).contains(fax);
        assertThat(answers.answerWithin()).isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asked | YES | Shoes.",
                "asked again | YES | Shoes.",
                "free | NO | A towel.",
                "asked free | differs | differs",
                "asked silent | differs | differs",
                "silent | unstated | unstated",
                "silent mute | unstated | unstated",
                "'' | unstated | unstated"
            })
    void treatmentsWithDifferentAnswersHaveNone(String treatments, String referral, String bring) {
        BeforeVisit answers = BeforeVisit.of(CATALOG.clinic(), treatments(treatments), List.of());
        assertThat(shown(answers.referral())).isEqualTo(referral);
        assertThat(shown(answers.whatToBring())).contains(bring);
    }

    @Test
    void whatIsAcceptedEverywhereIsKnownAlsoWhereTheRestDiffers() {
        String json = """
                "locations": [
                  {"id": "a", "name": "A", "address": {"street": "1 Elm St", "city": "A"},
                   "insuranceAccepted": [{"name": "Aetna"}, {"name": "Medicare", "reviewedOn": "2026-10-01"}]},
                  {"id": "b", "name": "B", "address": {"street": "2 Elm St", "city": "A"},
                   "insuranceAccepted": [{"name": "Medicare", "reviewedOn": "2026-10-01"}, {"name": "Cigna"}]},
                  {"id": "c", "name": "C", "address": {"street": "3 Elm St", "city": "A"}}]""";
        Catalog catalog = Catalogs.readRest(json).catalog().orElseThrow();
        Insurance medicare = catalog.locations().get(0).insuranceAccepted().get(1);
        assertThat(BeforeVisit.of(
                                catalog.clinic(), List.of(), catalog.locations().subList(0, 2))
                        .insurance())
                .isEqualTo(new Answer.Differs<>(Optional.of(List.of(medicare))));
        assertThat(BeforeVisit.of(catalog.clinic(), List.of(), catalog.locations())
                        .insurance())
                .isEqualTo(new Answer.Differs<>(Optional.empty()));
    }

    @Test
    void aClinicThatSaysNothingStatesNothing() {
        Clinic clinic =
                Catalogs.readRest("\"locations\": []").catalog().orElseThrow().clinic();
        BeforeVisit answers = BeforeVisit.of(clinic, List.of(), List.of());
        assertThat(answers.insurance()).isEqualTo(new Answer.Unstated<>());
        assertThat(answers.fax()).isEqualTo(new Answer.Unstated<>());
    }

    private static String shown(Answer<?> answer) {
        if (answer instanceof Answer.Stated<?> stated) {
            return stated.value().toString();
        }
        return answer instanceof Answer.Differs<?> ? "differs" : "unstated";
    }

    private static List<Location> locations(String ids) {
        return Arrays.stream(ids.split(" "))
                .flatMap(id -> CATALOG.location(id).stream())
                .toList();
    }

    private static List<Treatment> treatments(String ids) {
        return Arrays.stream(ids.split(" "))
                .flatMap(id -> CATALOG.treatment(id).stream())
                .toList();
    }
}
