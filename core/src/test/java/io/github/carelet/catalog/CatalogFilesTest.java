package io.github.carelet.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that can't be read, are too large, or don't fit together. */
class CatalogFilesTest {

    private static final String CLINIC = """
            {"carelet": 1, "clinic": {"id": "c", "name": "C", "phone": "+16265550100",
             "timeZone": "America/Los_Angeles", "languages": ["en"]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void nothingThereIsAProblem() {
        Path missing = folder.resolve("missing.json");
        assertThat(Catalogs.all(Catalogs.reader().read(missing)))
                .containsExactly("error " + missing + " /: 'nothing there' - expected a file or a folder of files");
    }

    @Test
    void aFolderWithoutCataloguesIsAProblem() {
        assertThat(Catalogs.all(Catalogs.reader().read(folder)))
                .containsExactly("error " + folder + " /: expected a folder with files whose names end in .json");
    }

    @Test
    void aFolderInPlaceOfAFileIsAProblemAndTheOthersAreRead() throws IOException {
        Files.createDirectory(folder.resolve("a.json"));
        Files.writeString(folder.resolve("b.json"), "{\"conditions\": [{\"id\": \"\"}]}");
        assertThat(Catalogs.errors(Catalogs.reader().read(folder)))
                .containsExactly(
                        "error a.json /: 'no file' - expected a file or a folder of files",
                        "error b.json:1 /conditions/0/id: expected 'id', which is blank",
                        "error b.json:1 /conditions/0: expected 'name', which is missing");
    }

    @Test
    void noFilesAtAllAreAProblem() {
        assertThat(Catalogs.all(Catalogs.reader().read(List.of())))
                .containsExactly("error  /: expected at least one file");
    }

    @Test
    void aSecondClinicIsAProblem() {
        CatalogReading reading = Catalogs.reader()
                .read(List.of(Catalogs.file("a.json", CLINIC), Catalogs.file("b.json", "\n" + CLINIC)));
        assertThat(Catalogs.errors(reading))
                .containsExactly("error b.json:2 /clinic: 'clinic' - expected one clinic in all files together");
    }

    @Test
    void anIdTwiceInTwoFilesIsAProblemAndReferencesCrossFiles() {
        CatalogReading reading = Catalogs.reader()
                .read(List.of(
                        Catalogs.file("a.json", CLINIC),
                        Catalogs.file("b.json", "{\"conditions\": [{\"id\": \"x\", \"name\": \"X\"}]}"),
                        Catalogs.file("c.json", """
                                {"treatments": [{"id": "t", "name": "T", "treats": ["x"]}],
                                 "conditions": [{"id": "x", "name": "X"}]}
                                """)));
        assertThat(Catalogs.errors(reading))
                .containsExactly(
                        "error c.json:2 /conditions/0/id: 'x' - expected an id that no other of the conditions has");
    }

    @Test
    void whatIsWrongInAnotherFileIsToldBesideAFileThatBreaksOffButNotWhatMayStandInItsRest() {
        CatalogReading reading = Catalogs.reader()
                .read(List.of(
                        Catalogs.file("a.json", "{\"conditions\": ["),
                        Catalogs.file(
                                "b.json", "{\"treatments\": [{\"id\": \"t\", \"treats\": [\"x\"], \"kind\": 1}]}")));
        assertThat(Catalogs.errors(reading))
                .containsExactly(
                        "error a.json:1 /: expected well-formed JSON, at column 17: Unexpected end-of-input: expected close"
                                + " marker for Array",
                        "error b.json:1 /treatments/0/kind: '1' - expected one of [therapy, procedure, injection, device,"
                                + " medication, other]",
                        "error b.json:1 /treatments/0: expected 'name', which is missing");
    }

    @Test
    void bytesThatAreNoUtf8AreAProblemWithItsLine() {
        CatalogFile file = new CatalogFile("latin.json", "{\n\"clinic\": \"é\"}".getBytes(ISO_8859_1));
        assertThat(Catalogs.errors(Catalogs.reader().read(List.of(file))))
                .containsExactly("error latin.json:2 /: expected UTF-8");
    }

    @Test
    void utf8ThatBreaksOffInsideACharacterIsAProblem() {
        CatalogFile file = new CatalogFile("cut.json", new byte[] {'{', '"', (byte) 0xc3});
        assertThat(Catalogs.errors(Catalogs.reader().read(List.of(file))))
                .containsExactly("error cut.json:1 /: expected UTF-8");
    }

    @Test
    void eachLimitIsOneClearProblem() throws IOException {
        CatalogReader small = Catalogs.reader().limits(new CatalogLimits(1, 200, 3, 20, 40, 2));
        assertThat(Catalogs.errors(small.read(List.of(Catalogs.file("a.json", CLINIC)))))
                .isEmpty();
        String large = CLINIC + " ".repeat(100);
        assertThat(Catalogs.errors(small.read(List.of(Catalogs.file("a.json", large)))))
                .containsExactly("error a.json /: '" + large.length() + " bytes' - expected at most 200 bytes");
        Path file = Files.writeString(folder.resolve("large.json"), large);
        assertThat(Catalogs.errors(small.read(folder)))
                .containsExactly("error large.json /: '" + Files.size(file) + " bytes' - expected at most 200 bytes");
        assertThat(Catalogs.errors(small.read(List.of(Catalogs.file("a.json", "{\"locations\":\n[[[1]]]}")))))
                .contains("error a.json:2 /locations/0/0/0: '4 deep' - expected JSON nested at most 3 deep");
        assertThat(Catalogs.errors(small.read(List.of(Catalogs.file("a.json", "{\"x\": [" + "0,".repeat(30) + "0]}")))))
                .contains("error a.json:1 /x/18: 'more' - expected at most 20 JSON values in a file");
        assertThat(Catalogs.errors(small.read(List.of(
                        Catalogs.file("a.json", CLINIC.replace("\"C\"", '"' + "C".repeat(41) + '"'))))))
                .containsExactly(
                        "error a.json:1 /clinic/name: '41 characters' - expected a text of at most 40 characters");
        CatalogFile one = Catalogs.file("a.json", CLINIC);
        assertThat(Catalogs.errors(small.read(List.of(one, Catalogs.file("b.json", "{}")))))
                .containsExactly("error  /: '2 files' - expected at most 1 files");
        Files.writeString(folder.resolve("a.json"), CLINIC);
        assertThat(Catalogs.errors(small.read(folder)))
                .containsExactly("error " + folder + " /: '2 files' - expected at most 1 files");
        assertThat(Catalogs.errors(small.read(List.of(Catalogs.file("a.json", "{\"x\":1,\"y\":1,\"z\":1,\"w\":1}")))))
                .contains("error a.json:1 /: expected fewer than 2 problems; the rest is not told")
                .hasSize(3);
        for (String longOnes :
                List.of("{\"" + "x".repeat(1_001) + "\": 1}", "{\"carelet\": " + "1".repeat(1_001) + "}")) {
            assertThat(Catalogs.errors(Catalogs.read(longOnes)))
                    .anyMatch(each -> each.endsWith("names and numbers of at most 1000 characters"));
        }
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        assertThat(Catalogs.errors(Catalogs.read("[".repeat(1_000_000))))
                .anyMatch(each -> each.endsWith("expected JSON nested at most 32 deep"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogLimits(1, 1, 100_000, 1, 1, 1));
    }

    @Test
    void manyProblemsAreToldUpToANumber() {
        String json = "{\"clinic\": {" + "\"x\": 1,".repeat(50_000) + "\"x\": 1}}";
        List<String> errors = Catalogs.errors(Catalogs.read(json));
        assertThat(errors).hasSize(5_001);
        assertThat(errors).anyMatch(each -> each.endsWith("fewer than 5000 problems; the rest is not told"));
    }
}
