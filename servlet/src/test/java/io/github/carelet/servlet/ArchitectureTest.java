package io.github.carelet.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom in the servlet module. What jte makes of the templates is counted to the package that it draws for:
 * {@code templates.form} to {@code form}.
 */
class ArchitectureTest {

    private static final String ROOT = "io.github.carelet.servlet";
    private static final String TEMPLATES = ROOT + ".templates";

    /** Each package and whom it knows; the mount in the root package knows all of them, and none of them knows it. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("http", List.of()),
            Map.entry("feed", List.of("http")),
            Map.entry("page", List.of("http")),
            Map.entry("embed", List.of("http", "page", "fragment")),
            Map.entry("fragment", List.of("http", "page")),
            Map.entry("exchange", List.of("http", "page", "fragment")),
            Map.entry("form", List.of("http", "page", "fragment")),
            Map.entry("staff", List.of("http", "page", "fragment")),
            Map.entry("pickup", List.of("http")),
            Map.entry("studio", List.of("http", "page", "fragment", "embed", "staff")),
            Map.entry("doctor", List.of("http", "page", "staff")));

    private static final JavaClasses SERVLET = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesKnowOnlyWhomTheyMay() {
        arrows(ARROWS).check(SERVLET);
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(ROOT, ROOT + ".tags..", ROOT + ".spring..", TEMPLATES + ".."),
                                ARROWS.keySet().stream().map(name -> ROOT + "." + name + ".."))
                        .toArray(String[]::new))
                .check(SERVLET);
    }

    @Test
    void anArrowThatIsNotDrawnIsSeen() {
        ArchRule forbidding = arrows(ARROWS).whereLayer("http").mayNotBeAccessedByAnyLayer();
        assertThat(forbidding.evaluate(SERVLET).getFailureReport().toString())
                .contains("io.github.carelet.servlet.http.Reply");
    }

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(new DrawnFor()).should().beFreeOfCycles().check(SERVLET);
    }

    @Test
    void onlyTheEdgesSeeServlets() {
        seesServlets(ROOT, ROOT + ".http..", ROOT + ".tags..", ROOT + ".spring..")
                .check(SERVLET);
    }

    @Test
    void aServletInAnotherPackageIsSeen() {
        assertThat(seesServlets(ROOT).evaluate(SERVLET).getFailureReport().toString())
                .contains("io.github.carelet.servlet.http.Exchange");
    }

    @Test
    void nothingButTheAutoConfigurationSeesSpringAndNothingSeesThat() {
        seesSpring(ROOT + ".spring..").check(SERVLET);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".spring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".spring..")
                .check(SERVLET);
        assertThat(seesSpring(ROOT).evaluate(SERVLET).hasViolation()).isTrue();
    }

    @Test
    void nobodySeesAParticularContainer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.catalina..", "org.apache.tomcat..", "org.eclipse.jetty..", "javax.servlet..")
                .check(SERVLET);
    }

    private static LayeredArchitecture arrows(Map<String, List<String>> allowed) {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("mount")
                .definedBy(ROOT, ROOT + ".tags..", ROOT + ".spring..");
        for (String name : allowed.keySet()) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..", TEMPLATES + "." + name + "..");
        }
        for (Map.Entry<String, List<String>> arrow : allowed.entrySet()) {
            layers = arrow.getValue().isEmpty()
                    ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(arrow.getKey())
                            .mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
        }
        return layers;
    }

    private static ArchRule seesSpring(String allowed) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..");
    }

    private static ArchRule seesServlets(String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..");
    }

    /** One slice for each package, the generated code of its templates included. */
    private static final class DrawnFor implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName().replace(TEMPLATES + ".", ROOT + "."));
        }

        @Override
        public String getDescription() {
            return "packages of the servlet module";
        }
    }
}
