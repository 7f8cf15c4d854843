package io.github.carelet.servlet.fragment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.servlet.fragment.Rendition.Status;
import io.github.carelet.servlet.http.Query;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever path and query come in, what is to be rendered holds nothing that was not allowed. */
class RenditionReaderFuzzTest {

    private static final Catalog CATALOG = CatalogReader.withSamples()
            .read(List.of(new CatalogFile("clinic.json", MapleClinic.json().getBytes(UTF_8))))
            .catalog()
            .orElseThrow();

    @FuzzTest
    void anyPathAndQueryAreRead(FuzzedDataProvider data) {
        reads(data.consumeString(60), data.consumeRemainingAsString());
    }

    /** The same check on random pieces: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfTheirPiecesIsRead() {
        String[] paths = {
            "treatments", "/", "physical-therapy", "clinic", "conditions", "x", "", "é", "sciatica", "locations"
        };
        String[] queries = {
            "lang=",
            "en",
            "es",
            "&",
            "view=",
            "card",
            "full",
            "heading=",
            "2",
            "7",
            "sections=",
            "benefits",
            ",",
            "location=",
            "instance=",
            "a",
            "partner=",
            "foothill",
            "%",
            "<script>",
            "=",
            "xx-",
            "format=text"
        };
        Random random = new Random(20261124);
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (int i = 0; i < 20_000; i++) {
            Status status = reads(pieces(paths, random), pieces(queries, random));
            counts.merge(status, 1, Integer::sum);
        }
        System.out.println("renditions of 20000 by status: " + counts);
        assertThat(counts).containsKeys(Status.OK, Status.MISSING, Status.INVALID);
    }

    private static Status reads(String path, String query) {
        List<String> segments = path.isEmpty() ? List.of() : Arrays.asList(path.split("/", -1));
        Rendition rendition =
                new RenditionReader(CATALOG, "foothill"::equals, Query.parse(query)).read("/base", false, segments);
        assertThat(CATALOG.clinic().languages()).contains(rendition.language());
        assertThat(rendition.heading()).isBetween(2, 6);
        assertThat(rendition.instance()).matches("[a-z0-9-]{0,64}");
        assertThat(rendition.partner()).isIn(java.util.Optional.empty(), java.util.Optional.of("foothill"));
        return rendition.status();
    }

    private static String pieces(String[] pieces, Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(7); k > 0; k--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }
}
