package io.github.carelet.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    @Test
    void aDocumentEscapesWhatItIsGivenAndLoadsTheStylesheetByItsHash() {
        Document.Stylesheet stylesheet = new Document.Stylesheet("/m/assets/carelet.1.css", "sha384-x");
        String html = document(new Document("en", "ltr", "A </title><script>", stylesheet, false));
        assertThat(html.replace("\n", ""))
                .isEqualTo("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\" class=\"carelet-document\"><head>"
                        + "<meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<title>A &lt;/title&gt;&lt;script&gt;</title><meta name=\"robots\" content=\"noindex\">"
                        + "<meta name=\"color-scheme\" content=\"light dark\">"
                        + "<link rel=\"stylesheet\" href=\"/m/assets/carelet.1.css\" integrity=\"sha384-x\""
                        + " crossorigin=\"anonymous\"></head><body><p>&amp;</p></body></html>");
    }

    @Test
    void aDocumentMayBeIndexed() {
        Document.Stylesheet stylesheet = new Document.Stylesheet("/x.css", "sha384-x");
        assertThat(document(new Document("ar", "rtl", "T", stylesheet, true)))
                .contains("dir=\"rtl\"")
                .doesNotContain("robots");
    }

    private static String document(Document page) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClassLoader(), "io.github.carelet.servlet.templates");
        Utf8ByteOutput output = new Utf8ByteOutput();
        Content body = out -> out.writeContent("<p>&amp;</p>");
        engine.render("layout/document.jte", Map.of("page", page, "body", body), output);
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }

    private static ClassLoader getClassLoader() {
        return TemplatesTest.class.getClassLoader();
    }
}
