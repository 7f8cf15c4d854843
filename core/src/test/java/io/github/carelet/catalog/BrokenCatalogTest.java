package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code broken.txt}: each catalogue in it has exactly the errors that stand below it. */
class BrokenCatalogTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyErrorIsToldWhereItStands(String title, String json, List<String> expected) {
        CatalogReading reading = Catalogs.read(json);
        assertThat(reading.catalog().isPresent()).isEqualTo(expected.isEmpty());
        assertThat(Catalogs.errors(reading))
                .as(title)
                .containsExactlyElementsOf(expected.stream()
                        .map(line -> "error clinic.json" + line)
                        .toList());
    }

    @Test
    void theTableIsNotEmpty() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(50);
    }

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (String each : table().split("(?m)^=== ", -1)) {
            if (!each.isEmpty()) {
                String title = each.substring(0, each.indexOf('\n'));
                int line = each.lastIndexOf("\n---\n");
                List<String> expected = each.substring(line + 5).lines().toList();
                cases.add(Arguments.of(title, each.substring(title.length() + 1, line), expected));
            }
        }
        return cases.stream();
    }

    private static String table() throws IOException {
        try (InputStream in = Objects.requireNonNull(BrokenCatalogTest.class.getResourceAsStream("broken.txt"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
