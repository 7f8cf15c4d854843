package io.github.carelet.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

    /** What a name server that is on the attacker's side would say. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("public.example", List.of("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c")),
            Map.entry("localhost", List.of("127.0.0.1", "::1")),
            Map.entry("localhost.", List.of("127.0.0.1")),
            Map.entry("127.0.0.1.nip.example", List.of("127.0.0.1")),
            Map.entry("mixed.example", List.of("93.184.215.14", "10.0.0.7")),
            Map.entry("mixed6.example", List.of("93.184.215.14", "fd00::1")),
            Map.entry("metadata.google.internal", List.of("169.254.169.254")),
            Map.entry("intranet", List.of("192.168.1.10")),
            Map.entry("nat64.example", List.of("64:ff9b::7f00:1")),
            Map.entry("sixtofour.example", List.of("2002:7f00:1::")),
            Map.entry("teredo.example", List.of("2001:0:5ef5:79fd:0:59d:a0e5:ba2")));

    private static final List<String> HOSTILE = List.of(
            "http://public.example/",
            "ftp://public.example/",
            "file:///etc/passwd",
            "gopher://public.example/",
            "jar:https://public.example/!/",
            "//public.example/",
            "/path",
            "mailto:desk@example.org",
            "https:public.example",
            "https:///hook",
            "https://user@public.example/",
            "https://user:secret@public.example/",
            "https://@public.example/",
            "https://public.example@127.0.0.1/",
            "https://public.example:8443/",
            "https://public.example:22/",
            "https://public.example:0/",
            "https://public.example:80/",
            "https://public.example:65536/",
            "https://localhost/",
            "https://LOCALHOST/",
            "https://localhost./",
            "https://127.0.0.1.nip.example/",
            "https://mixed.example/",
            "https://mixed6.example/",
            "https://metadata.google.internal/",
            "https://intranet/",
            "https://nat64.example/",
            "https://sixtofour.example/",
            "https://teredo.example/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://127.0.1/",
            "https://127.255.255.254/",
            "https://0/",
            "https://0.0.0.0/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7f.0x0.0x0.0x1/",
            "https://0X7F.1/",
            "https://017700000001/",
            "https://0177.0.0.1/",
            "https://0177.1/",
            "https://127.0.0.01/",
            "https://127.000.000.001/",
            "https://127.0.0.1./",
            "https://4294967296/",
            "https://1.2.3.4.5/",
            "https://256.1.1.1/",
            "https://999.999.999.999/",
            "https://0x7f.1./",
            "https://10.0.0.1/",
            "https://10.255.255.255/",
            "https://172.16.0.1/",
            "https://172.31.255.255/",
            "https://192.168.0.1/",
            "https://100.64.0.1/",
            "https://100.127.255.255/",
            "https://169.254.169.254/latest/meta-data/",
            "https://192.0.0.1/",
            "https://192.0.2.1/",
            "https://192.88.99.1/",
            "https://198.18.0.1/",
            "https://198.19.255.255/",
            "https://198.51.100.1/",
            "https://203.0.113.1/",
            "https://224.0.0.1/",
            "https://239.255.255.255/",
            "https://240.0.0.1/",
            "https://255.255.255.255/",
            "https://[::1]/",
            "https://[::]/",
            "https://[0:0:0:0:0:0:0:1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[::127.0.0.1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[64:ff9b::127.0.0.1]/",
            "https://[64:ff9b:1::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[2002:a00:1::1]/",
            "https://[2001:0:5ef5:79fd::1]/",
            "https://[2001:db8::1]/",
            "https://[3fff::1]/",
            "https://[fc00::1]/",
            "https://[fd12:3456::1]/",
            "https://[fe80::1]/",
            "https://[fe80::1%25eth0]/",
            "https://[fe80::1%eth0]/",
            "https://[fec0::1]/",
            "https://[ff02::1]/",
            "https://[100::1]/",
            "https://[5f00::1]/",
            "https://[::ffff:0:127.0.0.1]/",
            "https://[::1",
            "https://[127.0.0.1]/",
            "https://[v1.x]/",
            "https://%6c%6f%63%61%6c%68%6f%73%74/",
            "https://127%2e0%2e0%2e1/",
            "https://loc\tal.example/",
            "https://public.example\\@127.0.0.1/",
            "https://public.example\u0000.example/",
            "https://①②⑦.0.0.1/",
            "https://１２７.0.0.1/",
            "https://127。0。0。1/",
            "https://under_score.example/",
            "https://public.example,127.0.0.1/",
            "https://-.example/",
            "https://./",
            "https://../");

    private static final List<String> HARMLESS = List.of(
            "https://public.example/",
            "https://PUBLIC.example:443/hook?token=x",
            "HTTPS://public.example/#x",
            "https://93.184.215.14/",
            "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
            "https://172.32.0.1/",
            "https://172.15.255.255/",
            "https://100.128.0.1/",
            "https://100.63.255.255/",
            "https://11.0.0.1/",
            "https://192.0.1.1/",
            "https://198.20.0.1/",
            "https://223.255.255.255/",
            "https://1.0.0.0/");

    @Test
    void noHostileAddressIsLetThrough() {
        EgressGuard guard = guard(EgressRules.publicHttps());
        List<String> through =
                HOSTILE.stream().filter(url -> passes(guard, url)).toList();
        List<String> control =
                HARMLESS.stream().filter(url -> passes(guard, url)).toList();
        System.out.printf(
                "hostile addresses let through: %d of %d; control: %d of %d harmless ones%n",
                through.size(), HOSTILE.size(), control.size(), HARMLESS.size());
        assertThat(through).isEmpty();
        assertThat(control).isEqualTo(HARMLESS);
    }

    @Test
    void plainHttpMayBeAllowedWithoutAllowingMore() {
        EgressGuard guard = guard(EgressRules.publicHttps().allowingHttp());
        assertThat(passes(guard, "http://public.example/")).isTrue();
        assertThat(passes(guard, "http://public.example:80/")).isTrue();
        assertThat(passes(guard, "http://public.example:8080/")).isFalse();
        assertThat(passes(guard, "http://localhost/")).isFalse();
        assertThat(passes(guard, "http://169.254.169.254/")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 8123, http://localhost:8123/hook, http://localhost:8124/hook",
        "localhost, 8123, https://LOCALHOST.:8123/, http://localhost/",
        "127.0.0.1, 80, http://127.0.0.1/, http://127.0.0.2/",
        "::1, 9000, http://[::1]:9000/, http://[::1]:9001/",
        "[::1], 9000, http://[::1]:9000/, http://127.0.0.1:9000/",
        "intranet, 443, https://intranet/, https://localhost/"
    })
    void anExceptionHoldsForItsHostAndPortOnly(String host, int port, String allowed, String refused) {
        EgressGuard guard = guard(EgressRules.publicHttps().allowing(host, port));
        assertThat(passes(guard, allowed)).isTrue();
        assertThat(passes(guard, refused)).isFalse();
    }

    @Test
    void oneLookUpIsJudgedAndItsAddressesAreTheOnesToConnectTo() throws UnknownHostException {
        List<String> answers = new ArrayList<>(List.of("93.184.215.14", "127.0.0.1"));
        HostResolver rebinding = host -> List.of(InetAddress.getByName(answers.remove(0)));
        GuardedClient.GuardedResolver asked =
                new GuardedClient.GuardedResolver(new EgressGuard(EgressRules.publicHttps(), rebinding));
        assertThat(asked.resolve("rebinding.example", 443))
                .containsExactly(new InetSocketAddress(InetAddress.getByName("93.184.215.14"), 443));
        assertThat(answers).containsExactly("127.0.0.1");
        assertThatThrownBy(() -> asked.resolve("rebinding.example", 443))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessage("'rebinding.example' is at 127.0.0.1, which is no public address: loopback");
    }

    @Test
    void withoutAPortNoExceptionApplies() {
        GuardedClient.GuardedResolver asked = new GuardedClient.GuardedResolver(
                guard(EgressRules.publicHttps().allowing("localhost", 8123)));
        assertThatThrownBy(() -> asked.resolve("localhost")).isInstanceOf(AddressRefusedException.class);
        assertThat(asked.resolveCanonicalHostname("localhost")).isEqualTo("localhost");
    }

    @Test
    void aNameWithoutAddressesIsUnknown() {
        EgressGuard guard = new EgressGuard(EgressRules.publicHttps(), host -> List.of());
        assertThatThrownBy(() -> guard.resolve("public.example", 443))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(AddressRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://public.example/secret-path?token=s3cret", "https://u:s3cret@public.example/secret-path"})
    void aRefusalNamesNoSecret(String url) {
        assertThatThrownBy(() -> guard(EgressRules.publicHttps()).check(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public.example")
                .hasMessageNotContainingAny("secret", "s3cret");
    }

    @Test
    void theSystemResolverKnowsLoopback() throws UnknownHostException {
        assertThat(HostResolver.system().resolve("127.0.0.1")).containsExactly(InetAddress.getByName("127.0.0.1"));
    }

    private static EgressGuard guard(EgressRules rules) {
        return new EgressGuard(rules, EgressGuardTest::resolve);
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> found = new ArrayList<>();
        String name = host.toLowerCase(java.util.Locale.ROOT);
        for (String literal : NAMES.getOrDefault(
                name, Stream.of(name).filter(EgressGuardTest::literal).toList())) {
            found.add(InetAddress.getByName(literal));
        }
        return found;
    }

    private static boolean literal(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    /** The whole way that a webhook's address goes: parsed and checked at start, looked up at each connection. */
    private static boolean passes(EgressGuard guard, String url) {
        try {
            URI address = new URI(url);
            guard.check(address);
            int port = address.getPort() < 0 ? (address.getScheme().equals("http") ? 80 : 443) : address.getPort();
            return !guard.resolve(address.getHost(), port).isEmpty();
        } catch (URISyntaxException | IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
