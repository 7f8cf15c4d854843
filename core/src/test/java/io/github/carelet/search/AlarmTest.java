package io.github.carelet.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmTest {

    private final SearchIndex index = SearchIndex.of(Searches.catalog(Searches.SMALL));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chest pain",
                "my chest hurts",
                "chset pain",
                "can't breathe",
                "cant breath",
                "I can’t breathe",
                "short of breath",
                "heart attack",
                "suicide",
                "suicidal thoughts",
                "I want to die",
                "kill myself",
                "overdose",
                "loss of bladder control",
                "can't control my bladder",
                "numb between legs and groin",
                "stroke",
                "face drooping",
                "slurred speech",
                "he is unconscious",
                "bleeding won't stop",
                "throwing up blood",
                "sudden weakness in one arm",
                "I can't move my legs",
                "call 911",
                "worst headache of my life",
                "dolor en el pecho",
                "me duele el pecho",
                "no puedo respirar",
                "me falta el aire",
                "suicidio",
                "quiero morirme",
                "me quiero matar a mi mismo suicidarme",
                "sobredosis",
                "perdí el control de la vejiga",
                "no controlo la orina",
                "derrame cerebral",
                "infarto",
                "desmayo",
                "vómito con sangre",
                "no puedo mover las piernas",
                "sangrado que no para",
                "EMERGENCIA"
            })
    void hearsAnEmergency(String text) {
        assertThat(index.search(Searches.query(text, "en")).urgent()).isTrue();
        assertThat(index.search(Searches.query(text, "es")).urgent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my back hurts",
                "back pain",
                "sciatica",
                "stiff neck",
                "physical therapy",
                "breathing exercises",
                "heart",
                "chest",
                "arcadia",
                "91006",
                "pain after surgery",
                "headache",
                "weak knees",
                "leg pain at night",
                "me duele la espalda",
                "dolor de rodilla",
                "fisioterapia",
                "ejercicios de respiración",
                "dolor de cabeza",
                "de hecho me duele la espalda",
                "no puedo dormir",
                "can't sleep",
                "I want physical therapy",
                "fever",
                ""
            })
    void hearsNoneInWhatPatientsSayEveryDay(String text) {
        assertThat(index.search(Searches.query(text, "en")).urgent()).isFalse();
    }

    @Test
    void hearsTheSignsOfTheCatalogueAndSaysWhich() {
        SearchResult result = index.search(Searches.query("fever and back pain", "en"));
        assertThat(result.urgent()).isTrue();
        assertThat(result.signs()).extracting(sign -> sign.in("en").value()).containsExactly("Back pain with a fever.");
        assertThat(index.search(Searches.query("perdí el control de la vejiga", "es"))
                        .signs())
                .extracting(sign -> sign.in("es").value())
                .containsExactly("Pierde el control de la vejiga.");
    }

    @Test
    void oneWordOfASignIsNoSign() {
        assertThat(index.search(Searches.query("bladder infection", "en")).signs())
                .isEmpty();
        assertThat(index.search(Searches.query("back nerve", "en")).signs()).isEmpty();
    }
}
