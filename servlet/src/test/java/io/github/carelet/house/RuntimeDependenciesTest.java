package io.github.carelet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a host gets on its class path with each module, artifact by artifact, and how much it weighs. The lists are
 * {@code runtime-dependencies-core.txt} and {@code runtime-dependencies-servlet.txt}; the builds of the modules write what
 * is so to {@code target/runtime-class-path.txt}.
 */
class RuntimeDependenciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"core", "servlet"})
    void areThosePinned(String module) throws IOException {
        List<String> pinned = pinned(module).stream()
                .filter(line -> !line.startsWith("total"))
                .toList();
        assertThat(actual(module).keySet())
                .as(
                        "Runtime dependencies of %s. A host has to live with each: if the change is meant, name the reason in the"
                                + " README and correct runtime-dependencies-%s.txt",
                        module, module)
                .containsExactlyElementsOf(pinned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "servlet"})
    void weighNoMoreThanPinned(String module) throws IOException {
        long bytes = actual(module).values().stream().mapToLong(Long::longValue).sum();
        long pinned = pinned(module).stream()
                .filter(line -> line.startsWith("total"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        System.out.printf("runtime dependencies of %s: %d KB of at most %d KB%n", module, bytes / 1024, pinned);
        assertThat(bytes / 1024)
                .as(
                        "KB of runtime dependencies of %s. Look for what could go; if nothing can, raise the total in"
                                + " runtime-dependencies-%s.txt and say why",
                        module, module)
                .isPositive()
                .isLessThanOrEqualTo(pinned);
    }

    @Test
    void noneIsAServerOrATestTool() throws IOException {
        assertThat(actual("servlet").keySet())
                .isNotEmpty()
                .noneMatch(
                        name -> name.matches("(tomcat|jetty|junit|mockito|assertj|jakarta\\.servlet|slf4j-simple).*"));
    }

    /** Artifact and version, with the size of the jar. The layout of a repository gives them: artifact/version/file. */
    private static TreeMap<String, Long> actual(String module) throws IOException {
        TreeMap<String, Long> jars = new TreeMap<>();
        String classPath =
                Files.readString(Path.of("..", module, "target", "runtime-class-path.txt"), StandardCharsets.UTF_8);
        for (String entry : classPath.strip().split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            boolean ours = entry.contains("carelet-core") || jar.endsWith(Path.of("core", "target", "classes"));
            if (!ours) {
                Path version = jar.getParent();
                jars.put(version.getParent().getFileName() + ":" + version.getFileName(), Files.size(jar));
            }
        }
        return jars;
    }

    private static List<String> pinned(String module) throws IOException {
        Path file = Path.of("src", "test", "resources", "runtime-dependencies-" + module + ".txt");
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
