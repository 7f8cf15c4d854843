package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            (626) 555-0100                             | +16265550100
            626-555-0100 or 626.555.0101               | +16265550100 +16265550101
            Call 626 555 0100 today.                   | +16265550100
            +1 626 555 0100                            | +16265550100
            1-800-555-0100 x12                         | +18005550100
            (626)555-0100                              | +16265550100
            626‑555‑0100                               | +16265550100
            626/555-0100                               | +16265550100
            Phone: 6265550100                          | +16265550100
            Order 6265550100 has been sent to your door| -
            Fax: (626) 555-0102                        | fax+16265550102
            T 626-555-0100 F 626-555-0102              | +16265550100 fax+16265550102
            626-555-0102 (fax)                         | fax+16265550102
            626-555-0102 (fax), 626-555-0100           | fax+16265550102 +16265550100
            626-555-0100, Fax: 626-555-0102            | +16265550100 fax+16265550102
            626-555-0100 fax no. 626-555-0102          | +16265550100 fax+16265550102
            626-555-0102 fax                           | fax+16265550102
            1-800-555-PAIN                             | +18005557246
            +44 20 7946 0958                           | +442079460958
            2024-2025                                  | -
            51 N. 5th Ave, Arcadia, CA 91006-1234      | -
            NPI 1234567890                             | -
            ICD 626-555-010                            | -
            126-555-0100                               | -
            Suite 100-200-3000                         | -
            """)
    void areFoundHoweverTheyAreWritten(String line, String found) {
        String numbers = Phones.in(line).stream()
                .map(each -> (each.fax() ? "fax" : "") + each.number())
                .collect(Collectors.joining(" "));
        assertThat(numbers).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            tel:+16265550100        | +16265550100
            tel:626-555-0100        | +16265550100
            tel:1(626)555.0100      | +16265550100
            tel:%20626%20555%200100 | +16265550100
            tel:626-555-0100;ext=12 | +16265550100
            TEL:+442079460958       | +442079460958
            tel:800-555-PAIN        | +18005557246
            tel:                    | -
            tel:911                 | -
            tel:%zz                 | -
            tel:javascript:alert(1) | -
            """)
    void ofLinksCanBeDialled(String href, String number) {
        assertThat(Phones.ofLink(href).orElse(null)).isEqualTo(number);
    }
}
