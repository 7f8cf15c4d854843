package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.CatalogFile;
import io.github.carelet.catalog.CatalogReader;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotQuery;
import io.github.carelet.servlet.form.SlotsQuery.Reading;
import io.github.carelet.servlet.http.Query;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in the URL, it is refused with 400 or 422, or answered with JSON that names each day. */
class SlotsQueryFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Catalog CLINIC = clinic("America/Los_Angeles");

    @FuzzTest
    void anyQueryIsAnswered(FuzzedDataProvider data) throws IOException {
        answers(data.consumeRemainingAsString());
    }

    /** The same check on random pieces of such queries: the seed is fixed, so a failure comes again. */
    @Test
    void everyMixOfTheirPiecesIsAnswered() throws IOException {
        List<String> pieces = List.of(
                "type=visit",
                "type=call",
                "location=here",
                "from=2026-12-01",
                "to=2026-12-20",
                "from=0000-01-01",
                "to=9999-12-31",
                "from=9999-12-31",
                "from=2026-13-01",
                "to=",
                "from=%",
                "type=%00",
                "&",
                "=",
                "to=é",
                "from=-999999999-01-01",
                "to=+999999999-12-31");
        Random random = new Random(20261124);
        int answered = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder query = new StringBuilder("type=visit");
            for (int k = random.nextInt(4); k > 0; k--) {
                query.append('&').append(pieces.get(random.nextInt(pieces.size())));
            }
            answered += answers(query.toString()) ? 1 : 0;
        }
        System.out.println("queries that were answered: " + answered + " of 5000, the others refused");
        assertThat(answered).isBetween(1, 4_999);
    }

    private static boolean answers(String query) throws IOException {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Reading reading = SlotsQuery.read(Query.parse(query), CLINIC, location -> today);
        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.failure().status()).isIn(400, 422);
            assertThat(refused.failure().errors()).isNotEmpty();
            return false;
        }
        SlotsQuery understood = ((Reading.Understood) reading).query();
        SlotAnswer answer =
                understood.finder().find(new SlotQuery(understood.from(), understood.to(), NOW, Occupancy.NONE));
        assertThat(understood.finder().reach(understood.from(), NOW).until()).isAfter(NOW);
        long days = ChronoUnit.DAYS.between(understood.from(), understood.to()) + 1;
        assertThat(days).isBetween(1L, (long) SlotsQuery.MOST_DAYS);
        assertThat(JSON.readTree(SlotsJson.write(answer)).path("days")).hasSize((int) days);
        return true;
    }

    /** A small clinic that is open at night, too. */
    static Catalog clinic(String zone) {
        String json = """
                {"carelet": 1,
                 "clinic": {"id": "c", "name": "Clinic", "phone": "+16265550100", "timeZone": "%s", "languages": ["en"],
                            "emergency": "Call 911.", "answerWithin": "P1D", "consent": {"version": "1", "text": "Yes."}},
                 "locations": [{"id": "here", "name": "Here",
                   "address": {"street": "1 Example Way", "city": "Arcadia", "region": "CA", "postalCode": "91006",
                               "country": "US"},
                   "hours": {"weekly": {"mon": ["08:00-12:00"], "tue": ["22:00-02:00"], "sat": ["22:30-24:00"],
                                        "sun": ["00:00-06:00"]}}}],
                 "appointmentTypes": [
                   {"id": "visit", "name": "Visit", "mode": "slots", "duration": "PT30M", "capacity": 12},
                   {"id": "call", "name": "Call", "mode": "phone"}]}
                """.formatted(zone);
        return CatalogReader.strict()
                .read(List.of(new CatalogFile("clinic.json", json.getBytes(StandardCharsets.UTF_8))))
                .catalog()
                .orElseThrow();
    }
}
