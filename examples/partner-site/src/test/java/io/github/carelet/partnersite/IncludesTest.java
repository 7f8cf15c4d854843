package io.github.carelet.partnersite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IncludesTest {

    private static final Includes.Content CONTENT = new Includes.Content() {
        @Override
        public String stylesheet() {
            return "<link>";
        }

        @Override
        public String fragment(String path, Map<String, String> parameters) {
            return "[" + path + new TreeMap<>(parameters) + "]{id}<!--#page other -->";
        }
    };

    @Test
    void putsAnotherFileInPlaceOfItsName() {
        assertThat(fill("a\n  <!--#page other -->\nb")).isEqualTo("a\nOTHER\nb");
    }

    @Test
    void readsTheParametersOfAFragment() {
        assertThat(fill("<!--#carelet conditions/{id}?view=card&heading=3&q=a%26b&empty -->"))
                .startsWith("[conditions/sciatica{empty=, heading=3, q=a&b, view=card}]");
        assertThat(fill("<!--#carelet clinic -->")).startsWith("[clinic{}]");
    }

    @Test
    void fillsNothingIntoAFragment() {
        assertThat(fill("<!--#carelet clinic -->")).isEqualTo("[clinic{}]{id}<!--#page other -->");
    }

    @Test
    void putsTheStylesheetInPlace() {
        assertThat(fill("<!--#carelet-stylesheet -->")).isEqualTo("<link>");
    }

    @Test
    void escapesValuesByteForByte() {
        assertThat(fill("<title>{name}</title>")).isEqualTo("<title>&lt;b> &amp; &quot;c&quot; $1 \\</title>");
    }

    @Test
    void leavesOtherCommentsAndBracesAlone() {
        String page = "<!-- plain --> {other} <!--#unknown x -->";

        assertThat(fill(page)).isEqualTo(page);
    }

    private static String fill(String text) {
        Map<String, String> files = Map.of("page", text, "other", "OTHER\n");
        return new Includes(files::get, CONTENT)
                .fill("page", Map.of("id", "sciatica", "name", "<b> & \"c\" $1 \\", "path", "/"));
    }
}
