package io.github.carelet.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::9, 20010db800010002/64",
        "[2001:db8:1:2::9], 20010db800010002/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::1, 0000000000000000/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "not:an:address:at:all, not:an:address:at:all",
        "proxy.example, proxy.example",
        ":::::, :::::",
    })
    void isTheAddressOrTheNetworkOfOneHousehold(String remote, String sender) {
        assertThat(NetworkAddress.of(remote)).isEqualTo(sender);
    }
}
