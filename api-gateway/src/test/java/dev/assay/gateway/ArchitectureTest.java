package dev.assay.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.net.http.HttpClient;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay.gateway");

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("dev.assay.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void time_is_passed_in() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
    }

    @Test
    void configuration_is_typed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ConfigProperty.class)
                .check(CLASSES);
    }

    @Test
    void only_the_estimate_client_calls_anybody_over_http() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("EstimateClient")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpClient.class)
                .check(CLASSES);
    }

    @Test
    void entities_repositories_and_resources_stay_in_their_packages() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(PanacheRepositoryBase.class)
                .or()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void nobody_writes_to_the_console() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
