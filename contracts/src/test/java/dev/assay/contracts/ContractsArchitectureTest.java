package dev.assay.contracts;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.assay.contracts.event.FailureKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ContractsArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay.contracts");

    @Test
    void contracts_know_the_jdk_jackson_snakeyaml_and_jspecify_only() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.assay.contracts..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.yaml.snakeyaml..",
                        "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void only_the_reader_of_documents_knows_yaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.contracts.spec.document")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yaml..")
                .check(CLASSES);
    }

    @Test
    void events_do_not_know_how_specs_are_written() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.contracts.spec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.assay.contracts.spec..")
                .check(CLASSES);
    }

    @Test
    void nothing_here_asks_for_the_time_or_draws_at_random() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_is_never_null() {
        // When
        Set<JavaClass> unmarked = CLASSES.stream()
                .filter(c -> !c.getPackage().isAnnotatedWith(NullMarked.class))
                .collect(Collectors.toSet());

        // Then
        assertThat(unmarked).isEmpty();
    }

    @Test
    void every_enum_that_travels_has_a_value_for_what_it_does_not_know() {
        classes()
                .that()
                .resideInAnyPackage(
                        "dev.assay.contracts.event", "dev.assay.contracts.registry", "dev.assay.contracts.run")
                .and(describe("are enums that travel", c -> c.isEnum() && !c.isEquivalentTo(FailureKind.Again.class)))
                .should(new HaveADefault())
                .check(CLASSES);
    }

    private static final class HaveADefault extends ArchCondition<JavaClass> {

        HaveADefault() {
            super("mark UNKNOWN as their default value");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            boolean marked = item.tryGetField("UNKNOWN")
                    .map(f -> f.isAnnotatedWith(JsonEnumDefaultValue.class))
                    .orElse(false);
            events.add(new SimpleConditionEvent(
                    item, marked, item.getName() + (marked ? " has" : " lacks") + " a default"));
        }
    }
}
