package io.github.carelet.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the two jars usable on a module path and the same whoever builds them. */
class ModulesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"core", "servlet"})
    void haveAName(String module) throws IOException {
        assertThat(pom(module))
                .contains("<Automatic-Module-Name>io.github.carelet." + module + "</Automatic-Module-Name>");
    }

    /** By the names that the jars will have, with all that a host gets: what two modules shared, or had no name, would end it. */
    @Test
    void areFoundByAConsumerOnTheModulePath() throws Exception {
        List<Path> path = new ArrayList<>(List.of(jar("core"), jar("servlet"), containing(HttpServlet.class)));
        for (String entry : Files.readString(Path.of("target", "runtime-class-path.txt"))
                .strip()
                .split(File.pathSeparator)) {
            if (!entry.contains("carelet-core") && entry.endsWith(".jar")) {
                path.add(Path.of(entry));
            }
        }
        Path consumer = compiled(path, """
                module consumer {
                    requires io.github.carelet.core;
                    requires io.github.carelet.servlet;
                    exports consumer;
                }
                """, """
                package consumer;
                public final class Consumer {
                    private Consumer() {}
                    public static String say() {
                        var builder = io.github.carelet.Carelet.configured(java.util.Map.of(
                                "catalog", "none.json", "contentOnly", true), "test", java.nio.file.Path.of(""),
                                Consumer.class.getClassLoader());
                        return builder.getClass().getModule().getName() + " "
                                + io.github.carelet.servlet.CareletServlet.class.getModule().getName();
                    }
                }
                """);
        path.add(consumer);
        ModuleFinder finder = ModuleFinder.of(path.toArray(Path[]::new));
        // As with --add-modules ALL-MODULE-PATH: an automatic module names none of the others that it needs.
        Set<String> all =
                finder.findAll().stream().map(each -> each.descriptor().name()).collect(Collectors.toSet());
        Configuration resolved = ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), all);
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());

        assertThat(layer.findLoader("consumer")
                        .loadClass("consumer.Consumer")
                        .getMethod("say")
                        .invoke(null))
                .isEqualTo("io.github.carelet.core io.github.carelet.servlet");
        assertThat(layer.modules()).hasSizeGreaterThan(10);
    }

    private Path jar(String module) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Matcher name = Pattern.compile("<Automatic-Module-Name>(.*)</").matcher(pom(module));
        assertThat(name.find()).isTrue();
        manifest.getMainAttributes().putValue("Automatic-Module-Name", name.group(1));
        Path jar = folder.resolve(module + ".jar");
        Path classes = Path.of("..", module, "target", "classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path containing(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private Path compiled(List<Path> modulePath, String module, String consumer) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/consumer"));
        Path info = Files.writeString(sources.resolveSibling("module-info.java"), module);
        Path main = Files.writeString(sources.resolve("Consumer.java"), consumer);
        Path classes = folder.resolve("classes");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--module-path",
                        modulePath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                        "-d",
                        classes.toString(),
                        info.toString(),
                        main.toString());
        assertThat(result).isZero();
        return classes;
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
