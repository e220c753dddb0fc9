package dev.assay.scorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What computes scores must not be able to do anything else. */
class PureCoreTest {

    private static final String[] PURE = {
        "dev.assay.scorer.text..",
        "dev.assay.scorer.pattern..",
        "dev.assay.scorer.definition..",
        "dev.assay.scorer.extraction..",
        "dev.assay.scorer.metric..",
        "dev.assay.scorer.statistics.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay.scorer");

    @Test
    void extraction_metrics_and_statistics_use_nothing_but_the_jdk() {
        // When
        var rule = noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "dev.assay.scorer..");

        // Then
        rule.check(classes);
    }

    @Test
    void they_read_no_clock_and_no_random_numbers_and_do_no_input_or_output() {
        // When
        var rule = noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.util.random..", "java.nio.file..", "java.net..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random");

        // Then
        rule.check(classes);
    }
}
