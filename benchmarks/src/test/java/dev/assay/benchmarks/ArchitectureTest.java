package dev.assay.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay.benchmarks");

    @Test
    void the_library_knows_no_framework_no_clock_and_no_randomness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.apache.kafka..", "java.sql..", "java.time..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java.util.Random|java.util.concurrent.ThreadLocalRandom")
                .check(CLASSES);
    }

    @Test
    void datasets_know_nothing_of_templates_and_templates_nothing_of_datasets() {
        noClasses()
                .that()
                .resideInAPackage("..dataset..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..template..", "..sample..", "..catalogue..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..dataset..", "..sample..", "..catalogue..")
                .orShould()
                // Of the contracts only what suggests names: it knows nothing of runs and events.
                .dependOnClassesThat(
                        resideInAPackage("dev.assay.contracts..").and(resideOutsideOfPackage("..contracts.naming..")))
                .check(CLASSES);
    }

    @Test
    void jinjava_is_seen_by_templates_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..template..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hubspot..", "jinjava..")
                .check(CLASSES);
    }
}
