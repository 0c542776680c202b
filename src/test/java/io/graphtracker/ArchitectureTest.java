package io.graphtracker;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Architecture rules that a review may overlook; docs/architecture.md gives the reasons. */
class ArchitectureTest {

    private static final int LONGEST_SOURCE = 400;

    /** Methods and constructors that take a locale, or use the default locale otherwise. */
    private static final Map<String, Set<String>> BY_DEFAULT_LOCALE = Map.ofEntries(
            entry("java.lang.String", Set.of("toLowerCase", "toUpperCase", "format", "formatted")),
            entry("java.io.PrintStream", Set.of("format", "printf")),
            entry("java.io.PrintWriter", Set.of("format", "printf")),
            entry("java.util.Formatter", Set.of("<init>")),
            entry("java.util.Locale", Set.of("getDefault")),
            entry("java.text.Collator", Set.of("getInstance")),
            entry("java.text.DecimalFormat", Set.of("<init>")),
            entry("java.text.MessageFormat", Set.of("<init>", "format")),
            entry(
                    "java.text.NumberFormat",
                    Set.of("getInstance", "getNumberInstance", "getIntegerInstance", "getPercentInstance")),
            entry("java.text.SimpleDateFormat", Set.of("<init>")),
            entry(
                    "java.time.format.DateTimeFormatter",
                    Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.graphtracker");

    @Test
    void backupsKnowNeitherPagesNorHttpNorJpa() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.graphtracker.backup",
                        "io.graphtracker.backup.catalog",
                        "io.graphtracker.backup.audit",
                        "io.graphtracker.backup.upgrade",
                        "io.graphtracker.backup.restore",
                        "io.graphtracker.backup.schedule",
                        "io.graphtracker.backup.retention",
                        "io.graphtracker.backup.watch")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "jakarta.persistence..",
                        "org.springframework.data..",
                        "org.springframework.transaction..",
                        "org.hibernate..",
                        "org.flywaydb..",
                        "io.graphtracker.backup..ui..",
                        "io.graphtracker.backup.page..",
                        "io.graphtracker.backup.json..",
                        "io.graphtracker.backup..web..")
                .check(CLASSES);
    }

    /** The jar contains Jackson 2 for springdoc alone, whose schemas {@code openapi} completes. */
    @Test
    void jsonIsWrittenAndReadByJackson3() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.graphtracker.openapi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(CLASSES);
    }

    /** Each may depend on those before it. */
    @Test
    void insideBackupNothingKnowsWhatIsBuiltOnIt() {
        List<String> layers = List.of(
                "io.graphtracker.backup",
                "io.graphtracker.backup.audit",
                "io.graphtracker.backup.catalog",
                "io.graphtracker.backup.upgrade",
                "io.graphtracker.backup.restore",
                "io.graphtracker.backup.schedule",
                "io.graphtracker.backup.retention",
                "io.graphtracker.backup.watch");
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            noClasses()
                    .that()
                    .resideInAPackage(layers.get(layer))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(layers.subList(layer + 1, layers.size()).toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void projectAndBackupDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.graphtracker.project..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.graphtracker.backup..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.graphtracker.backup..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.graphtracker.project..")
                .check(CLASSES);
    }

    @Test
    void layoutsKnowNeitherPagesNorHttpNorJpa() {
        noClasses()
                .that()
                .resideInAPackage("io.graphtracker.project.layout")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..",
                        "org.springframework.web..",
                        "jakarta..",
                        "org.hibernate..",
                        "io.graphtracker.project.ui..",
                        "io.graphtracker.project.web..")
                .check(CLASSES);
    }

    /** It starts within a second because it loads none of these. */
    @Test
    void theCommandLineKnowsNeitherPagesNorHttpNorJpa() {
        noClasses()
                .that()
                .resideInAPackage("io.graphtracker.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta..",
                        "org.springframework.data..",
                        "org.hibernate..",
                        "io.graphtracker.project..",
                        "io.graphtracker.backup..ui..",
                        "io.graphtracker.backup..page..",
                        "io.graphtracker.backup..web..")
                .check(CLASSES);
    }

    @Test
    void nobodyButTheCommandLineKnowsTheFeatures() {
        for (String feature : List.of("io.graphtracker.backup..", "io.graphtracker.project..")) {
            noClasses()
                    .that(resideOutsideOfPackages(feature, "io.graphtracker.cli"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(feature)
                    .check(CLASSES);
        }
    }

    @Test
    void theGroundKnowsNobodyAboveIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.graphtracker.environment..",
                        "io.graphtracker.database..",
                        "io.graphtracker.user..",
                        "io.graphtracker.feedback..",
                        "io.graphtracker.preferences..",
                        "io.graphtracker.signals..",
                        "io.graphtracker.texts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.graphtracker",
                        "io.graphtracker.actions..",
                        "io.graphtracker.settings..",
                        "io.graphtracker.shell..",
                        "io.graphtracker.web..",
                        "io.graphtracker.project..",
                        "io.graphtracker.backup..")
                .check(CLASSES);
    }

    /** The purpose of {@code OrderedValueSignal}. */
    @Test
    void nobodySharesValuesThroughSignalsWithoutOrder() {
        noClasses()
                .that(resideOutsideOfPackage("io.graphtracker.signals"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin.flow.signals.shared..")
                .check(CLASSES);
    }

    @Test
    void viewsAskServicesAndNeverRepositories() {
        noClasses()
                .that(resideInAnyPackage(
                                "..ui..",
                                "io.graphtracker.backup.page..",
                                "io.graphtracker.shell..",
                                "io.graphtracker.actions..")
                        .or(assignableTo(Component.class)))
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .check(CLASSES);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(Resource.class)
                .check(CLASSES);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(describe("now without the Clock", ArchitectureTest::isNowWithoutClock))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat(assignableTo(Date.class).or(assignableTo(Calendar.class)))
                .check(CLASSES);
    }

    private static boolean isNowWithoutClock(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    @Test
    void thereIsOneClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callMethodWhere(describe(
                        "a Clock of one's own",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(CLASSES);
    }

    /** {@code DefaultLocale} has no effect for those who use parts of the application without Spring Boot. */
    @Test
    void whoChangesCaseOrFormatsSaysInWhichLanguage() {
        noClasses()
                .should()
                .callMethodWhere(describe("by the machine's language", ArchitectureTest::isByDefaultLocale))
                .orShould()
                .callConstructorWhere(describe("by the machine's language", ArchitectureTest::isByDefaultLocale))
                .check(CLASSES);
    }

    private static boolean isByDefaultLocale(JavaCall<?> call) {
        return BY_DEFAULT_LOCALE
                        .getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Locale.class));
    }

    @Test
    void noSourceIsLong() throws IOException {
        assertThat(Sources.main())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.read(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(LONGEST_SOURCE));
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<Path> packages =
                Sources.main().stream().map(Path::getParent).distinct().toList();

        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(Files.exists(info)).as("package-info of " + folder).isTrue();
            assertThat(Sources.read(info)).contains("@NullMarked");
        });
    }
}
