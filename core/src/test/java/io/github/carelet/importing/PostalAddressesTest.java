package io.github.carelet.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.carelet.catalog.Address;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressesTest {

    private final PostalAddresses grammar = new PostalAddresses(new States());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            51 N. 5th Ave Suite B, Arcadia, CA 91006                   | 51 N. 5th Ave; Suite B; Arcadia; CA; 91006
            41210 11th Street West, Suite K, Palmdale, CA 93551        | 41210 11th Street West; Suite K; Palmdale; CA; 93551
            Visit us at 12 Elm St, Concord, NH 03301-1234.             | 12 Elm St; ; Concord; NH; 03301-1234
            12 Elm Street Concord NH 03301                             | 12 Elm Street; ; Concord; NH; 03301
            233 S Wacker Drive, Suite 4400, Chicago, Illinois 60606    | 233 S Wacker Drive; Suite 4400; Chicago; IL; 60606
            88 W. Oak Hill Rd #4, Plano, TX 75023                      | 88 W. Oak Hill Rd; #4; Plano; TX; 75023
            6100 W Sahara Ave, Bldg 3, Suite 120/Las Vegas, NV 89146   | 6100 W Sahara Ave; Bldg 3, Suite 120; Las Vegas; NV; 89146
            9 Commercial Wharf/2nd Floor/Boston, MA 02110              | 9 Commercial Wharf; 2nd Floor; Boston; MA; 02110
            410 Blackwell St/Durham, North Carolina 27701              | 410 Blackwell St; ; Durham; NC; 27701
            P.O. Box 120/Truth or Consequences, N.M. 87901             | P.O. Box 120; ; Truth or Consequences; NM; 87901
            One Medical Plaza/Suite 5/Reno, NV 89501                   | One Medical Plaza; Suite 5; Reno; NV; 89501
            1000 Sixth Ave/New York, NY 10018                          | 1000 Sixth Ave; ; New York; NY; 10018
            12-34 Queens Blvd, Kew Gardens, NY 11415, USA              | 12-34 Queens Blvd; ; Kew Gardens; NY; 11415
            1 Oak St, Reno, NV 89501 and 2 Elm St, Reno, NV 89502      | 1 Oak St; ; Reno; NV; 89501 & 2 Elm St; ; Reno; NV; 89502
            Our clinics serve Sacramento, CA 95814                     | -
            In 2024 we moved to CA 95814                               | -
            Use code OR 12345 for a discount                           | -
            """)
    void areFoundInOneLineOrSeveral(String lines, String found) {
        List<String> all = List.of(lines.split("/", -1));
        String addresses = grammar.endingIn(all, all.size() - 1).stream()
                .map(PostalAddresses.Found::address)
                .map(PostalAddressesTest::shown)
                .collect(Collectors.joining(" & "));
        assertThat(addresses).isEqualTo(found == null ? "" : found);
    }

    private static String shown(Address address) {
        return String.join(
                "; ", address.street(), address.unit(), address.city(), address.region(), address.postalCode());
    }
}
