package dev.assay.cost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class CostArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay.cost");

    @Test
    void only_statements_are_asked_for_over_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.cost.statement")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http")
                .check(CLASSES);
    }

    @Test
    void time_is_passed_in() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void settings_are_typed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ConfigProperty.class)
                .check(CLASSES);
    }

    @Test
    void prices_know_nothing_of_the_ledger_and_features_have_no_cycles() {
        noClasses()
                .that()
                .resideInAPackage("dev.assay.cost.price")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.assay.cost.ledger", "dev.assay.cost.estimate", "dev.assay.cost.spend")
                .check(CLASSES);
        SlicesRuleDefinition.slices()
                .matching("dev.assay.cost.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void decisions_touch_neither_database_nor_framework() {
        noClasses()
                .that()
                .haveSimpleName("Rates")
                .or()
                .haveSimpleName("TokenRates")
                .or()
                .haveSimpleName("PriceChanges")
                .or()
                .haveSimpleName("LiteLlmPrices")
                .or()
                .haveSimpleName("LedgerLine")
                .or()
                .haveSimpleName("Tally")
                .or()
                .haveSimpleName("CallReport")
                .or()
                .haveSimpleName("Expectation")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "jakarta..", "io.quarkus..", "org.apache.kafka..")
                .check(CLASSES);
    }
}
