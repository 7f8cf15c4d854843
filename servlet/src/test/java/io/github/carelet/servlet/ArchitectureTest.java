package io.github.carelet.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom in the servlet module. What jte makes of the templates is counted to the package that it draws for:
 * {@code templates.form} to {@code form}.
 */
class ArchitectureTest {

    private static final String ROOT = "io.github.carelet.servlet";
    private static final String TEMPLATES = ROOT + ".templates";

    private static final JavaClasses SERVLET = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesKnowOnlyWhomTheyMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("mount")
                .definedBy(ROOT, ROOT + ".tags..")
                .layer("form")
                .definedBy(ROOT + ".form..")
                .layer("fragment")
                .definedBy(ROOT + ".fragment..")
                .layer("language")
                .definedBy(ROOT + ".language..")
                .layer("http")
                .definedBy(ROOT + ".http..")
                .whereLayer("http")
                .mayNotAccessAnyLayer()
                .whereLayer("language")
                .mayNotAccessAnyLayer()
                .whereLayer("fragment")
                .mayOnlyAccessLayers("http", "language")
                .whereLayer("form")
                .mayOnlyAccessLayers("http", "language", "fragment")
                .check(SERVLET);
    }

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(new DrawnFor()).should().beFreeOfCycles().check(SERVLET);
    }

    @Test
    void onlyTheEdgesSeeServlets() {
        seesServlets(ROOT, ROOT + ".http..", ROOT + ".tags..").check(SERVLET);
    }

    @Test
    void aServletInAnotherPackageIsSeen() {
        assertThat(seesServlets(ROOT).evaluate(SERVLET).getFailureReport().toString())
                .contains("io.github.carelet.servlet.http.Exchange");
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
