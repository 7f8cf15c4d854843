package io.github.carelet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "We cure back pain. | cure",
                "A CURE for arthritis! | cure",
                "Cured in a week | cured",
                "Relief is guaranteed. | guaranteed",
                "We guarantee it, 100 %. | guarantee; 100 %",
                "It is 100% effective. | 100 %",
                "A hundred percent natural way | hundred percent",
                "Our risk-free injection | risk free",
                "There is no risk. | no risk",
                "Stay pain-free for life. | pain free",
                "It always works, without side effects. | always works; without side effects",
                "A painless shot and a miracle drug | painless; miracle",
                "Not only does it help, it cures. | cures",
                "It not only cures pain | cures",
                "No surgery, guaranteed relief | guaranteed",
                "Never suffer again with guaranteed relief | guaranteed",
                "Want a cure? Call now. | cure",
                "No more pain - permanent relief | permanent relief",
                "We eliminate your pain; instant relief. | eliminate your pain; instant relief",
                // No promise.
                "There is no cure for arthritis. | ``",
                "No treatment is without risk. | ``",
                "There is no risk-free treatment. | ``",
                "We can’t guarantee that it helps. | ``",
                "Results are not guaranteed. | ``",
                "A cure is not known. | ``",
                "Nobody can promise you a cure. | ``",
                "It won't cure you, but it can help. | ``",
                "It eases pain rather than cure it. | ``",
                "Is there a cure? | ``",
                "Can it be cured? | ``",
                "Medicare covers 100 % of the cost. | ``",
                "You have no risk factors. | ``",
                "Move in your pain-free range. | ``",
                "A secure site, a manicure and an obscure, accurate, curated curettage | ``",
                "People search for a cure. | ``",
                "10 % or 1100 % or 100 | ``",
                "It can help. Your doctor can tell you more. | ``",
            })
    void englishPromisesAreFoundAndHonestUsesAreNot(String text, String expected) {
        assertThat(found("en-US", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Curamos el dolor. | curamos",
                "Cura la artritis, garantizado. | cura; garantizado",
                "Resultados garantizados al 100 % | garantizados; 100 %",
                "Un tratamiento sin riesgos y sin efectos secundarios | sin riesgos; sin efectos secundarios",
                "Viva sin dolor para siempre | viva sin dolor; sin dolor para siempre",
                "Es totalmente seguro. | totalmente seguro",
                "No solo alivia: cura. | cura",
                "Sin cirugía, alivio permanente | alivio permanente",
                // No promise.
                "No hay cura para la artritis. | ``",
                "La cura no existe. | ``",
                "Nadie puede garantizar el alivio. | ``",
                "Ningún tratamiento está libre de riesgos. | ``",
                "¿Existe una cura? | ``",
                "La cura de la herida se hace cada día. | ``",
                "Un lugar seguro y una manicura | ``",
                "El seguro cubre el 100 % del costo. | ``",
            })
    void spanishPromisesAreFoundAndHonestUsesAreNot(String text, String expected) {
        assertThat(found("es", text)).isEqualTo(expected);
    }

    @Test
    void aLanguageWithoutAListHasNoPromises() {
        assertThat(Promises.in("fr").isEmpty()).isTrue();
        assertThat(found("fr", "cure garantie 100 %")).isEmpty();
    }

    @Test
    void manyPromisesAreReadInTime() {
        assertThat(found("en", "cure ".repeat(100_000)).length()).isEqualTo(100_000 * 6 - 2);
    }

    private static String found(String tag, String text) {
        List<String> found = Sentence.in(text).stream()
                .flatMap(each -> Promises.in(tag).in(each).stream())
                .toList();
        return String.join("; ", found);
    }
}
