package dev.assay.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.RegisteredModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

    private static final Optional<URI> SIMULATOR = Optional.of(URI.create("http://127.0.0.1:8080/simulator/v1"));

    @TempDir
    Path folder;

    @Test
    void without_a_file_and_a_simulator_there_is_the_default_group() {
        // When
        List<ControlRecord> records = Platform.records(Optional.empty(), Optional.empty());

        // Then
        assertThat(records).containsExactly(new Group(new GroupId("default"), 1, null));
    }

    @Test
    void the_simulator_comes_with_its_address_pool_models_and_prices() {
        // When
        List<ControlRecord> records = Platform.records(SIMULATOR, Optional.empty());

        // Then
        assertThat(records)
                .filteredOn(Connection.class::isInstance)
                .singleElement()
                .satisfies(record -> {
                    Connection connection = (Connection) record;
                    assertThat(connection.kind()).isEqualTo(Connection.Kind.SIMULATOR);
                    assertThat(connection.baseUrl()).isEqualTo(SIMULATOR.get());
                });
        assertThat(records).extracting(ControlRecord::key).contains("pool/sim-pool", "model/sim-instant");
        assertThat(records)
                .filteredOn(record -> record.key().equals("model/sim-large"))
                .singleElement()
                .extracting(record -> ((RegisteredModel) record).price())
                .isEqualTo(ModelPrice.usd("2.50", "10.00"));
    }

    @Test
    void the_file_may_use_the_simulators_connection_and_redefine_what_is_built_in() throws IOException {
        // Given
        Path file = write("""
                models:
                  - {name: my-sim, connection: sim, model: sim-large, price: {input: 1, output: 2}}
                groups:
                  - {name: default, weight: 3, budget: 12.50}
                """);

        // When
        List<ControlRecord> records = Platform.records(SIMULATOR, Optional.of(file));

        // Then
        assertThat(records)
                .filteredOn(record -> record.key().equals("group/default"))
                .singleElement()
                .extracting(record -> ((Group) record).weight())
                .isEqualTo(3);
        assertThat(records)
                .filteredOn(RegisteredModel.class::isInstance)
                .extracting(record -> ((RegisteredModel) record).id())
                .contains(new ModelId("my-sim"), new ModelId("sim-large"));
    }

    @Test
    void a_wrong_file_is_refused_with_everything_that_is_wrong() throws IOException {
        // Given
        Path file = write("""
                connections:
                  - {name: lab, kind: openai, baseUrl: "ftp://models.lab"}
                models:
                  - {name: m, connection: nobody}
                """);

        // When / Then
        assertThatThrownBy(() -> Platform.records(Optional.empty(), Optional.of(file)))
                .isInstanceOf(InvalidPlatformException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("connections[0].baseUrl")
                .hasMessageContaining("models[0].connection");
    }

    @Test
    void a_file_that_is_not_there_is_refused_by_name() {
        // Given
        Path file = folder.resolve("missing.yaml");

        // When / Then
        assertThatThrownBy(() -> Platform.records(Optional.empty(), Optional.of(file)))
                .isInstanceOf(InvalidPlatformException.class)
                .hasMessageContaining("missing.yaml")
                .hasMessageContaining("gateway.platform-file");
    }

    @Test
    void only_differences_are_published_and_what_vanished_is_removed() {
        // Given
        Group same = new Group(new GroupId("same"), 1, null);
        Group before = new Group(new GroupId("changed"), 1, null);
        Group after = new Group(new GroupId("changed"), 2, null);
        Group gone = new Group(new GroupId("gone"), 1, null);
        Group added = new Group(new GroupId("added"), 1, null);

        // When
        RegistryChanges changes = RegistryChanges.between(List.of(same, before, gone), List.of(same, after, added));

        // Then
        assertThat(changes.put()).containsExactly(after, added);
        assertThat(changes.remove()).containsExactly("group/gone");
        assertThat(RegistryChanges.between(List.of(same), List.of(same)).isEmpty())
                .isTrue();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("platform.yaml"), text);
    }
}
