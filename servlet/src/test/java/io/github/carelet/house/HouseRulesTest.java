package io.github.carelet.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house rules that a machine can check, for core and servlet together. Each rule is also put to {@link Careless}, which
 * breaks them all, so that a rule which sees nothing fails as well.
 */
class HouseRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.carelet");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(Careless.class, Careless.ThingManager.class);

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                named("no clock but the one that is given", noClockOfItsOwn()),
                named("the system's clock only where another can be given", systemClockOnlyAsDefault()),
                named("no default locale, zone or charset", noDefaults()),
                named("java.time and nothing older", nothingOlderThanJavaTime()),
                named("no java.util.logging", GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING),
                named("no standard streams", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
                named(
                        "static fields are final",
                        fields().that().areStatic().should().beFinal()),
                named("static fields hold nothing that changes", noStaticState()),
                named("nobody can extend what is not made for it", closed()),
                named("names that say something", namesThatSaySomething()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKeptEverywhere(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isSeenWhenBroken(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void bothModulesAreLookedAt() {
        assertThat(MAIN).anyMatch(each -> each.getPackageName().equals("io.github.carelet.catalog"));
        assertThat(MAIN).anyMatch(each -> each.getPackageName().equals("io.github.carelet.servlet"));
        assertThat(MAIN).noneMatch(each -> each.getSimpleName().endsWith("Test"));
    }

    private static ArchRule noClockOfItsOwn() {
        return noClasses()
                .should()
                .accessTargetWhere(target(
                        "the time of day without a given clock",
                        "java\\.time\\.(chrono\\.)?\\w+\\.now\\((java\\.time\\.ZoneId)?\\)",
                        "java\\.time\\.Clock\\.(system|tick)\\w*\\(.*",
                        "java\\.lang\\.System\\.currentTimeMillis\\(\\)"));
    }

    private static ArchRule systemClockOnlyAsDefault() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.github.carelet.CareletBuilder")
                .and()
                .doNotHaveFullyQualifiedName("io.github.carelet.catalog.CatalogReader")
                .should()
                .accessTargetWhere(target("the system's clock", "java\\.time\\.InstantSource\\.system\\(\\)"));
    }

    private static ArchRule noDefaults() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        target(
                                "a default of the machine",
                                "java\\.util\\.Locale\\.getDefault\\(.*",
                                "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
                                "java\\.util\\.TimeZone\\.getDefault\\(\\)",
                                "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
                                "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)",
                                "java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)",
                                "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                                "java\\.lang\\.String\\.formatted\\(.*",
                                "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
                                "java\\.text\\.\\w+\\.get\\w*Instance\\(\\)",
                                "java\\.text\\.(Message|Decimal|SimpleDate)Format\\.<init>\\((java\\.lang\\.String)?\\)",
                                "java\\.text\\.MessageFormat\\.format\\(java\\.lang\\.String, .*",
                                "java\\.util\\.ResourceBundle\\.getBundle\\(java\\.lang\\.String\\)",
                                "java\\.io\\.(InputStreamReader|OutputStreamWriter|FileReader|FileWriter)\\.<init>\\([^,]*\\)"));
    }

    private static ArchRule nothingOlderThanJavaTime() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Calendar.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(TimeZone.class);
    }

    private static ArchRule noStaticState() {
        return noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "made to be changed, or filled after it was made", HouseRulesTest::isMadeToChange));
    }

    private static boolean isMadeToChange(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        boolean heldAsInterface = type.getName().matches("java\\.util\\.(Sorted|Navigable)?(List|Set|Map|Collection)");
        return type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(StringBuilder.class)
                || (collection && !heldAsInterface);
    }

    private static ArchRule closed() {
        return classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL);
    }

    private static ArchRule namesThatSaySomething() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)");
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, String... fullNames) {
        Pattern pattern = Pattern.compile(String.join("|", fullNames));
        return DescribedPredicate.describe(
                "target is " + what + ": " + Arrays.toString(fullNames),
                access -> pattern.matcher(access.getTarget().getFullName()).matches());
    }
}
