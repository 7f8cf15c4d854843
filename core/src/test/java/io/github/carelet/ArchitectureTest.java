package io.github.carelet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom in core. Each rule is also put to classes that break it ({@code io.github.carelet.sample}, or code
 * that is known to be there), so that a rule which sees nothing fails as well.
 */
class ArchitectureTest {

    private static final String ROOT = "io.github.carelet";
    private static final String SAMPLE = "io.github.carelet.sample";

    /** Each package and whom it knows; the façade in the root package knows all of them, and none of them knows it. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("catalog", List.of()),
            Map.entry("egress", List.of()),
            Map.entry("delivery", List.of("egress")),
            Map.entry("language", List.of()),
            Map.entry("privacy", List.of()),
            Map.entry("schedule", List.of("catalog")),
            Map.entry("source", List.of("catalog", "egress")),
            Map.entry("importing", List.of("catalog", "egress")),
            Map.entry("booking", List.of("catalog", "schedule", "delivery", "privacy")),
            Map.entry("calendar", List.of("catalog", "schedule", "booking", "egress")),
            Map.entry("store", List.of("catalog", "schedule", "delivery", "privacy", "booking")),
            Map.entry("exchange", List.of("catalog", "schedule", "booking")),
            Map.entry("fhir", List.of("catalog", "schedule", "booking", "delivery")),
            Map.entry("mail", List.of("catalog", "schedule", "booking", "delivery", "exchange", "language")),
            Map.entry("search", List.of("catalog")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLE);

    @Test
    void packagesKnowOnlyWhomTheyMay() {
        arrows(ROOT).check(CORE);
        everyPackageIsOnTheMap(ROOT).check(CORE);
    }

    @Test
    void anArrowInTheWrongDirectionIsSeen() {
        assertBroken(arrows(SAMPLE), BROKEN, "KnowsBooking");
    }

    @Test
    void aPackageThatIsNotOnTheMapIsSeen() {
        assertBroken(everyPackageIsOnTheMap("io.github"), CORE, "io.github.carelet.catalog.Catalog");
    }

    @Test
    void packagesFormNoCycle() {
        noCycles(ROOT).check(CORE);
    }

    @Test
    void aCycleIsSeen() {
        assertBroken(noCycles(SAMPLE), BROKEN, "Cycle detected");
    }

    @Test
    void coreNeverSeesServletsOrTheirFriends() {
        neverSees("jakarta.servlet..", "javax.servlet..", "gg.jte..", "org.springframework..")
                .check(CORE);
    }

    @Test
    void nothingButTheTransportOfMailsSeesWhatAHostMayLack() {
        mailLibraryStaysIn("MailTransport", "MimeMail").check(CORE);
    }

    @Test
    void nothingButWhatCountsWithItSeesMicrometer() {
        staysIn(List.of("MicrometerMeasures"), "io.micrometer..").check(CORE);
    }

    @Test
    void aClassThatSeesItIsSeen() {
        assertBroken(mailLibraryStaysIn("MimeMail"), CORE, "MailTransport");
        assertBroken(staysIn(List.of("Carelet"), "io.micrometer.."), CORE, "MicrometerMeasures");
    }

    private static ArchRule mailLibraryStaysIn(String... names) {
        return staysIn(List.of(names), "jakarta..", "org.eclipse.angus..");
    }

    private static ArchRule staysIn(List<String> names, String... packages) {
        return noClasses()
                .that(not(nameIsOneOf(names.toArray(String[]::new))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> nameIsOneOf(String... names) {
        return DescribedPredicate.describe(
                "are " + List.of(names), each -> List.of(names).contains(each.getSimpleName()));
    }

    @Test
    void aForeignPackageIsSeen() {
        assertBroken(neverSees("com.fasterxml.jackson.."), CORE, "com.fasterxml.jackson");
    }

    private static ArchRule arrows(String root) {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("façade")
                .definedBy(root);
        for (String name : ARROWS.keySet()) {
            layers = layers.layer(name).definedBy(root + "." + name + "..");
        }
        for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
            layers = arrow.getValue().isEmpty()
                    ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(arrow.getKey())
                            .mayOnlyAccessLayers(arrow.getValue().toArray(String[]::new));
        }
        return layers;
    }

    private static ArchRule everyPackageIsOnTheMap(String root) {
        Stream<String> below = ARROWS.keySet().stream().map(name -> root + "." + name + "..");
        return classes()
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of(root), below).toArray(String[]::new));
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule neverSees(String... packages) {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(packages);
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes, String expected) {
        assertThat(rule.evaluate(classes).getFailureReport().toString()).contains(expected);
    }
}
