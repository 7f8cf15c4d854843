package io.github.carelet.servlet.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.PartnerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of the clinic's people and of partners, with every bit flipped and cut short everywhere, from outside. */
class BrokenTokensTest {

    private static final String CLOSURES = StaffSite.BASE + "/staff/closures";

    @TempDir
    private static Path folder;

    private static StaffSite site;

    @BeforeAll
    static void start() {
        site = new StaffSite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aFormOfTheClinicIsTakenWithItsOwnTokenAlone() {
        String token = site.page("ann", "closures").expectFirst("[name=token]").val();
        // With a good token what is missing is said.
        check(
                "forms of the clinic",
                token,
                422,
                each -> site.post("ann", CLOSURES, Map.of("token", List.of(each)))
                        .statusCode());
        assertThat(site.post("bob", CLOSURES, Map.of("token", List.of(token))).statusCode())
                .as("with the token of somebody else")
                .isEqualTo(403);
    }

    @Test
    void aPartnersPageIsFoundByItsOwnTokenAlone() {
        site.carelet().partnerDirectory().orElseThrow().save(PartnerEntry.of("foothill", List.of()), "root");
        String token = site.carelet().partnerTokens().orElseThrow().of("foothill");
        check(
                "pages of partners",
                token,
                200,
                each -> site.send("GET", StaffSite.BASE + "/studio/partners/" + each, Map.of(), "")
                        .statusCode());
    }

    private static void check(String what, String token, int accepted, ToIntFunction<String> status) {
        List<String> broken = broken(token);
        long found = broken.stream()
                .filter(each -> status.applyAsInt(each) == accepted)
                .count();
        int control = status.applyAsInt(token);
        System.out.println("broken tokens of " + what + " accepted: " + found + " of " + broken.size()
                + "; control: the whole one is answered with " + control);
        assertThat(found).isZero();
        assertThat(control).isEqualTo(accepted);
    }

    private static List<String> broken(String token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        List<String> broken = new ArrayList<>();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] other = Arrays.copyOf(bytes, bytes.length);
            other[bit / 8] ^= (byte) (1 << bit % 8);
            broken.add(Base64.getUrlEncoder().withoutPadding().encodeToString(other));
        }
        for (int length = 1; length < token.length(); length++) {
            broken.add(token.substring(0, length));
        }
        return broken;
    }
}
