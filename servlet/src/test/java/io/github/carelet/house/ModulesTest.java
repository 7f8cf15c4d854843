package io.github.carelet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the two jars usable on a module path and the same whoever builds them. */
class ModulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"core", "servlet"})
    void haveAName(String module) throws IOException {
        assertThat(pom(module))
                .contains("<Automatic-Module-Name>io.github.carelet." + module + "</Automatic-Module-Name>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "servlet"})
    void comeWithSourcesAndJavadoc(String module) throws IOException {
        assertThat(pom(module)).contains("maven-source-plugin", "maven-javadoc-plugin");
    }

    @Test
    void shareNoPackage() throws IOException {
        Set<Path> core = packages("core");
        Set<Path> servlet = packages("servlet");
        assertThat(core).contains(Path.of("io/github/carelet/catalog")).doesNotContainAnyElementsOf(servlet);
        assertThat(servlet).contains(Path.of("io/github/carelet/servlet"));
    }

    @Test
    void areBuiltAtOneFixedTime() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml"), StandardCharsets.UTF_8))
                .containsPattern("<project\\.build\\.outputTimestamp>\\d{4}-\\d{2}-\\d{2}T");
    }

    private static String pom(String module) throws IOException {
        return Files.readString(Path.of("..", module, "pom.xml"), StandardCharsets.UTF_8);
    }

    private static Set<Path> packages(String module) throws IOException {
        Path classes = Path.of("..", module, "target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).getParent())
                    .collect(Collectors.toSet());
        }
    }
}
