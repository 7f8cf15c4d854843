package io.github.carelet.servlet.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.carelet.catalog.AppointmentType;
import io.github.carelet.catalog.Catalog;
import io.github.carelet.catalog.Location;
import io.github.carelet.schedule.Occupancy;
import io.github.carelet.schedule.Resource;
import io.github.carelet.schedule.Slot;
import io.github.carelet.schedule.SlotAnswer;
import io.github.carelet.schedule.SlotFinder;
import io.github.carelet.schedule.SlotQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theBytesAreThoseThatALibraryWrites() throws JsonProcessingException {
        Random random = new Random(20261124);
        int slots = 0;
        int answers = 0;
        for (String zone : List.of("America/Los_Angeles", "Europe/London", "Asia/Kathmandu", "UTC", "Pacific/Apia")) {
            Catalog catalog = SlotsQueryFuzzTest.clinic(zone);
            for (int i = 0; i < 40; i++) {
                // Around the changes of clocks, and where a year ends.
                LocalDate day = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
                SlotAnswer answer = answer(catalog, day, random);
                slots += answer.days().stream().mapToInt(each -> each.size()).sum();
                answers++;
                assertThat(new String(SlotsJson.write(answer), StandardCharsets.UTF_8))
                        .isEqualTo(JSON.writeValueAsString(map(answer)));
            }
        }
        System.out.println("answers that Jackson writes otherwise: 0 of " + answers + " with " + slots + " slots");
        assertThat(slots).isGreaterThan(1_000);
    }

    private static SlotAnswer answer(Catalog catalog, LocalDate day, Random random) {
        AppointmentType type = catalog.appointmentTypes().get(0);
        Location location = catalog.locations().get(0);
        Instant now = day.minusDays(1).atStartOfDay(location.timeZone()).toInstant();
        Instant from = now.plusSeconds(random.nextInt(5 * 86_400));
        Occupancy taken = Occupancy.builder()
                .take(Resource.pool(location.id(), type.pool()), from, from.plusSeconds(86_400))
                .build();
        return SlotFinder.of(catalog, type, location)
                .find(new SlotQuery(day.minusDays(3), day.plusDays(random.nextInt(60)), now, taken));
    }

    private static Map<String, Object> map(SlotAnswer answer) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("timeZone", answer.timeZone().getId());
        List<Map<String, Object>> days = new ArrayList<>();
        answer.days().forEach(each -> {
            Map<String, Object> day = new LinkedHashMap<>();
            day.put("date", each.date().toString());
            day.put("slots", each.slots().stream().map(SlotsJsonTest::map).toList());
            each.reason().ifPresent(reason -> day.put("reason", reason.code()));
            days.add(day);
        });
        map.put("days", days);
        map.put("next", answer.next().map(next -> text(next.start())).orElse(null));
        return map;
    }

    private static Map<String, Object> map(Slot slot) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("start", text(slot.start()));
        map.put("end", text(slot.end()));
        map.put("left", slot.left());
        return map;
    }

    private static String text(java.time.OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
