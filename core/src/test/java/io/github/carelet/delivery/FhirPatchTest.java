package io.github.carelet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.carelet.delivery.ResourceSource.Identity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Concepts that the clinic's system has coded besides: what it added stays with ours, and goes with ours. */
class FhirPatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OURS =
            "{\"system\": \"https://clinic.example/treatment\", \"code\": \"filling\", \"display\": \"Filling\"}";

    private static final String THEIRS = "{\"system\": \"http://snomed.info/sct\", \"code\": \"55555555\"}";

    private static final String ELSEWHERE =
            "{\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"66666666\"}]}";

    private static String concept(String text, String... codings) {
        return "{\"coding\": [" + String.join(", ", codings) + "], \"text\": \"" + text + "\"}";
    }

    private static ObjectNode patched(String there, String here) throws IOException {
        ObjectNode theirs = resource(there);
        return FhirPatch.of(
                        resource(here).toString(),
                        new Identity("Appointment", "https://clinic.example/booking", "K7QM"))
                .on(theirs)
                .orElse(theirs);
    }

    private static ObjectNode resource(String services) throws IOException {
        return (ObjectNode) JSON.readTree("{\"serviceType\": " + services + "}");
    }

    @Test
    void aCodingBesideOursStaysWhereverItStands() throws IOException {
        for (String both : new String[] {concept("Old", OURS, THEIRS), concept("Old", THEIRS, OURS)}) {
            ObjectNode changed = patched("[" + both + "]", "[" + concept("Filling", OURS) + "]");
            assertThat(changed).isEqualTo(resource("[" + both.replace("Old", "Filling") + "]"));
            assertThat(patched(changed.path("serviceType").toString(), "[" + concept("Filling", OURS) + "]"))
                    .as("again")
                    .isEqualTo(changed);
        }
    }

    @Test
    void whatIsTakenBackLeavesNothingOfOursWhereverItStands() throws IOException {
        for (String both : new String[] {concept("Filling", OURS, THEIRS), concept("Filling", THEIRS, OURS)}) {
            assertThat(patched("[" + both + "]", "null")).isEqualTo(JSON.readTree("{}"));
            assertThat(patched("[" + both + ", " + ELSEWHERE + "]", "null"))
                    .as("beside what was never ours")
                    .isEqualTo(resource("[" + ELSEWHERE + "]"));
        }
    }

    @Test
    void anotherTreatmentOfOursReplacesTheOneBefore() throws IOException {
        String crown = concept("Crown", OURS.replace("filling", "crown"));
        assertThat(patched("[" + concept("Filling", THEIRS, OURS) + ", " + ELSEWHERE + "]", "[" + crown + "]"))
                .isEqualTo(resource("[" + crown + ", " + ELSEWHERE + "]"));
    }

    @Test
    void oneThatStandsThereTwiceBecomesOne() throws IOException {
        ObjectNode changed = patched(
                "[" + concept("Filling", OURS) + ", " + concept("Filling", THEIRS, OURS) + "]",
                "[" + concept("Filling", OURS) + "]");
        assertThat(changed).isEqualTo(resource("[" + concept("Filling", OURS, THEIRS) + "]"));
    }
}
