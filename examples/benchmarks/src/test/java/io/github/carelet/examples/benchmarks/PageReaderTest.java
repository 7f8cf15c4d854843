package io.github.carelet.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.carelet.Carelet;
import io.github.carelet.servlet.Fragments;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    @Test
    void allContendersSayTheSame() {
        try (Carelet carelet = Sample.carelet()) {
            String html = Fragments.of(carelet, Sample.MOUNT).html(Sample.FRAGMENT);
            Page page = PageReader.read(html);
            assertThat(page.sections()).isNotEmpty();
            Answers.same("jte", html, new String(Peers.jte(page).get(), StandardCharsets.UTF_8));
            Answers.same("Thymeleaf", html, new String(Peers.thymeleaf(page).get(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whiteSpaceAndTheOrderOfAttributesMakeNoDifference() {
        assertThatCode(() -> Answers.same(
                        "who",
                        "<p id=\"a\" class=\"b\">x <b>y</b></p>",
                        "<p class=\"b\"  id=\"a\">\n x <b>y</b>\n</p>"))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherWordOrAttributeIsSeen() {
        assertThatThrownBy(() -> Answers.same("who", "<p>one</p>", "<p>two</p>"))
                .hasMessageContaining("who answers otherwise");
        assertThatThrownBy(() -> Answers.same("who", "<p id=a>x</p>", "<p id=b>x</p>"))
                .hasMessageContaining("who answers otherwise");
    }
}
