package io.github.carelet.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRingTest {

    private static final byte[] MESSAGE = "message".getBytes(UTF_8);
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aFileWithTwoKeysIsRead() throws IOException {
        KeyRing keys = KeyRing.load(file("""
                {"keys": [{"id": "a", "secret": "%s"}, {"id": "b", "secret": "%s"}], "current": "b"}
                """.formatted(SECRET, OTHER)));

        assertThat(keys.currentId()).isEqualTo("b");
        assertThat(keys.ids()).containsExactly("a", "b");
        assertThat(keys.mac("a", Purpose.FORM_TOKEN, MESSAGE)).isNotEqualTo(keys.mac("b", Purpose.FORM_TOKEN, MESSAGE));
    }

    @Test
    void keysAreDerivedByHkdf() throws Exception {
        KeyRing keys = KeyRing.load(file(one("a", SECRET, "a")));
        byte[] pseudoRandomKey = hmac("io.github.carelet".getBytes(UTF_8), new byte[32]);
        byte[] key = hmac(pseudoRandomKey, "form-token\u0001".getBytes(UTF_8));

        assertThat(keys.mac("a", Purpose.FORM_TOKEN, MESSAGE)).isEqualTo(hmac(key, MESSAGE));
    }

    @Test
    void noPurposeHasTheKeyOfAnother() {
        KeyRing keys = KeyRing.ephemeral();
        Set<String> macs = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            macs.add(HexFormat.of().formatHex(keys.mac("ephemeral", purpose, MESSAGE)));
        }

        assertThat(macs).hasSameSizeAs(Purpose.values());
    }

    @Test
    void twoEphemeralRingsDifferAndOneAgreesWithItself() {
        KeyRing one = KeyRing.ephemeral();

        assertThat(one.mac("ephemeral", Purpose.FINGERPRINT, MESSAGE))
                .hasSize(32)
                .isEqualTo(one.mac("ephemeral", Purpose.FINGERPRINT, MESSAGE))
                .isNotEqualTo(KeyRing.ephemeral().mac("ephemeral", Purpose.FINGERPRINT, MESSAGE));
    }

    @Test
    void aMacUnderAnUnknownKeyNamesTheKnownOnes() {
        KeyRing keys = KeyRing.ephemeral();

        assertThatThrownBy(() -> keys.mac("gone", Purpose.FORM_TOKEN, MESSAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no secret has the id 'gone': expected one of [ephemeral]");
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedInOneLineThatNamesItAndTellsNoSecret(String content, String problem) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> KeyRing.load(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessage(
                        file + " is no key file: " + problem
                                + "; expected {\"keys\": [{\"id\": \"k1\", \"secret\": \"32 bytes in base64\"}], \"current\": \"k1\"}")
                .hasNoCause();
    }

    static Stream<Arguments> brokenFiles() {
        String empty = "it has the names [] where [current, keys] is expected";
        return Stream.of(
                Arguments.of("", empty),
                Arguments.of("[]", empty),
                Arguments.of("{}", empty),
                Arguments.of("null", empty),
                Arguments.of("hunter2", "it is no JSON at line 1"),
                Arguments.of("{\n\"keys\": [hunter2", "it is no JSON at line 2"),
                Arguments.of(one("a", SECRET, "a") + "{}", "it is no JSON at line 1"),
                Arguments.of("{\"keys\": [], \"current\": \"a\", \"current\": \"a\"}", "it is no JSON at line 1"),
                Arguments.of("{\"keys\": [], \"current\": \"a\"}", "\"current\" is 'a', which is no id in \"keys\""),
                Arguments.of(one("a", SECRET, "b"), "\"current\" is 'b', which is no id in \"keys\""),
                Arguments.of(one("a", "hunter2!", "a"), "the secret of 'a' is no base64"),
                Arguments.of(one("a", "aHVudGVyMg==", "a"), "the secret of 'a' is not 32 bytes long"),
                Arguments.of(
                        "{\"keys\": [{\"id\": \"a\", \"secret\": 7}], \"current\": \"a\"}",
                        "the secret of 'a' is no base64"),
                Arguments.of(
                        one("a b", SECRET, "a b"),
                        "the id 'a b' is not a new one of 1 to 32 letters, digits, '-' and '_'"),
                Arguments.of(
                        "{\"keys\": [{\"id\": \"a\"}], \"current\": \"a\"}",
                        "it has the names [id] where [id, secret] is expected"),
                Arguments.of(
                        "{\"keys\": [{\"id\": \"a\", \"secret\": \"%1$s\"}, {\"id\": \"a\", \"secret\": \"%1$s\"}], \"current\": \"a\"}"
                                .formatted(SECRET),
                        "the id 'a' is not a new one of 1 to 32 letters, digits, '-' and '_'"));
    }

    @Test
    void aMissingFileIsRefusedInOneLineThatNamesIt() {
        Path file = folder.resolve("none.json");

        assertThatThrownBy(() -> KeyRing.load(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessageStartingWith(file + " can't be read as key file: NoSuchFileException; expected {");
    }

    @Test
    void aFirstFileIsMadeWithItsFolderReadableByItsOwnerOnlyAndReadTheNextTime() throws IOException {
        Path file = folder.resolve("a/b/keys.json");

        KeyRing made = KeyRing.loadOrCreate(file);
        KeyRing read = KeyRing.loadOrCreate(file);

        assertThat(read.currentId()).isEqualTo(made.currentId()).matches("k[0-9a-f]{8}");
        assertThat(read.mac(read.currentId(), Purpose.IDENTITY, MESSAGE))
                .isEqualTo(made.mac(made.currentId(), Purpose.IDENTITY, MESSAGE));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void eachFirstFileHasASecretAndAnIdOfItsOwn() throws IOException {
        Set<String> ids = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Path file = folder.resolve(i + ".json");
            ids.add(KeyRing.loadOrCreate(file).currentId());
            KeyFile.read(file)
                    .secrets()
                    .values()
                    .forEach(each -> secrets.add(HexFormat.of().formatHex(each)));
        }

        assertThat(ids).hasSize(20);
        assertThat(secrets).hasSize(20);
    }

    @Test
    void aLinkThatLeadsNowhereIsNoPlaceForAFreshFile() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("keys.json"), folder.resolve("unmounted/keys.json"));

        assertThatThrownBy(() -> KeyRing.loadOrCreate(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessage(file + " can't be made as key file: NoSuchFileException; expected a folder that can be"
                        + " written to");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void ofManyThatMakeTheFileAtOnceAllReadTheSame() throws Exception {
        Path file = folder.resolve("keys.json");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = Stream.<Callable<String>>generate(
                            () -> () -> KeyRing.loadOrCreate(file).currentId())
                    .limit(16)
                    .toList();
            Set<String> ids = new HashSet<>();
            for (Future<String> each : threads.invokeAll(calls)) {
                ids.add(each.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBrokenFileIsNeverReplacedByAFreshOne() throws IOException {
        Path file = file("");

        assertThatThrownBy(() -> KeyRing.loadOrCreate(file)).isInstanceOf(KeyFileException.class);
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFolderThatIsAFileIsOneClearRefusal() throws IOException {
        Path file = file("").resolve("keys.json");

        assertThatThrownBy(() -> KeyRing.loadOrCreate(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessageStartingWith(file + " can't be made as key file: ")
                .hasMessageEndingWith("; expected a folder that can be written to");
    }

    @Test
    void aRingPrintsItsIdsOnly() throws IOException {
        KeyRing keys = KeyRing.load(file(one("a", OTHER, "a")));

        assertThat(keys).hasToString("KeyRing[a; current a]");
        assertThat(KeyFile.read(folder.resolve("given.json"))).hasToString("KeyFile[a]");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("given.json"), content);
    }

    private static String one(String id, String secret, String current) {
        return "{\"keys\": [{\"id\": \"%s\", \"secret\": \"%s\"}], \"current\": \"%s\"}".formatted(id, secret, current);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
