package dev.assay.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What computes scores must not be able to do anything else. */
class PureCoreTest {

    private static final String[] PURE = {"dev.assay.scoring.."};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay.scoring");

    @Test
    void extraction_metrics_and_statistics_use_nothing_but_the_jdk() {
        // When
        var rule = noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "dev.assay.scoring..");

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
                .resideInAnyPackage("java.time..", "java.nio.file..", "java.net..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random");

        // Then
        rule.check(classes);
    }
}
