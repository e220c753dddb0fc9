package dev.assay.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may know what. Think hard about the layering before changing a rule. */
class LayeringTest {

    private static final String[] SERVICES = {
        "dev.assay.orchestrator..",
        "dev.assay.workers..",
        "dev.assay.scorer..",
        "dev.assay.cost..",
        "dev.assay.gateway..",
        "dev.assay.simulator.."
    };

    private static final String[] OUTSIDE = {
        "io.quarkus..", "io.smallrye..", "jakarta..", "org.apache.kafka..", "java.sql..", "javax.sql.."
    };

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.assay");
    }

    @Test
    void services_do_not_know_each_other() {
        slices().matching("dev.assay.(orchestrator|workers|scorer|cost|gateway|simulator)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    @Test
    void contracts_benchmarks_and_messaging_know_no_service() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.assay.contracts..", "dev.assay.benchmarks..", "dev.assay.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(classes);
    }

    @Test
    void decisions_know_neither_framework_nor_broker_nor_database() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.assay.contracts..",
                        "dev.assay.benchmarks..",
                        "dev.assay.orchestrator.dispatch..",
                        "dev.assay.orchestrator.run..",
                        "dev.assay.messaging.window..",
                        "dev.assay.scoring.extraction..",
                        "dev.assay.scoring.metric..",
                        "dev.assay.scoring.statistics..",
                        "dev.assay.scoring.aggregate..",
                        "dev.assay.scorer.scoring..",
                        "dev.assay.simulator.answer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE)
                .check(classes);
    }

    @Test
    void only_provider_clients_and_named_questions_between_services_build_http_clients() {
        noClasses()
                .that()
                .resideInAnyPackage(SERVICES)
                .and()
                .resideOutsideOfPackages(
                        "dev.assay.workers.provider..", "dev.assay.cost.statement..", "dev.assay.gateway.runs..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(classes);
    }

    @Test
    void configuration_is_typed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(classes);
    }

    @Test
    void time_is_passed_in() {
        noClasses()
                .that()
                .resideInAnyPackage(SERVICES)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(classes);
    }
}
