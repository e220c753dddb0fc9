package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Group;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformFileReaderTest {

    private static final ConnectionId SIM = new ConnectionId("sim");

    private final PlatformFileReader reader = new PlatformFileReader(Set.of(SIM));

    @Test
    void every_record_of_a_platform_file_is_read() {
        // Given
        ConnectionId openai = new ConnectionId("openai");
        ConnectionId lab = new ConnectionId("lab");
        ConnectionId open = new ConnectionId("open");

        // When
        PlatformFile file = ((Parsed.Valid<PlatformFile>) reader.read(SpecTexts.PLATFORM, "platform.yaml")).value();

        // Then
        assertThat(file.connections())
                .containsExactly(
                        connection(openai, "https://api.example.com/v1", "EXAMPLE_KEY", null),
                        connection(lab, "http://10.0.0.7:8000/v1", null, "/run/secrets/lab"),
                        connection(open, "http://127.0.0.1:8000/v1", null, null));
        assertThat(file.models())
                .containsExactly(
                        new RegisteredModel(
                                new ModelId("gpt-small"),
                                openai,
                                "gpt-small-2026-01",
                                new ModelPrice(
                                        "EUR", new BigDecimal("0.1"), new BigDecimal("0.025"), new BigDecimal("0.4"))),
                        new RegisteredModel(new ModelId("our-7b"), lab, "our-7b", null),
                        new RegisteredModel(new ModelId("sim-odd"), SIM, "sim-odd", null));
        assertThat(file.pools())
                .containsExactly(
                        new Pool(new PoolId("paid"), List.of(openai), 600L, 200_000L, 64),
                        new Pool(new PoolId("lab"), List.of(lab), null, null, null),
                        new Pool(new PoolId("open"), List.of(open), null, null, null));
        assertThat(file.groups())
                .containsExactly(
                        new Group(new GroupId("vision-lab"), 3, Money.usd("250")),
                        new Group(new GroupId("guests"), 1, null));
        assertThat(file.records()).hasSize(11);
    }

    private static Connection connection(ConnectionId id, String url, String keyEnv, String keyFile) {
        return new Connection(id, Connection.Kind.OPENAI, URI.create(url), keyEnv, keyFile);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                connectionMistake(
                        "baseUrl: \"https://h/v1\", key: sk-secret",
                        "connections[0].key (line 1, column 64): a provider key or credential may not stand here."
                                + " Put the key into an environment variable of the workers and write `keyEnv: NAME_OF_IT`,"
                                + " or into a file and write `keyFile: /path`."),
                connectionMistake(
                        "baseUrl: \"https://h/v1\", keyEnv: sk-secret",
                        "connections[0].keyEnv (line 1, column 72): must be the name of an environment variable."
                                + " Write the variable's name, not the key: `keyEnv: MY_PROVIDER_KEY`."),
                connectionMistake(
                        "baseUrl: \"https://h/v1\", keyFile: sk-secret",
                        "connections[0].keyFile (line 1, column 73): must be the path of a file."
                                + " Write a path, not the key: `keyFile: /run/secrets/my-provider`."),
                connectionMistake(
                        "baseUrl: \"https://me:secret@h/v1\"",
                        "connections[0].baseUrl (line 1, column 48): must not hold a user or password."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                connectionMistake(
                        "baseUrl: \"ftp://h/v1\"",
                        "connections[0].baseUrl (line 1, column 48): must begin with https:// or http://."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                connectionMistake(
                        "baseUrl: \"HTTP://h/v1\"",
                        "connections[0].baseUrl (line 1, column 48): must begin with https:// or http://."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                connectionMistake(
                        "baseUrl: \"http://h:99999/v1\"",
                        "connections[0].baseUrl (line 1, column 48): must have a port of 1 to 65535."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                connectionMistake(
                        "baseUrl: \"http://h/v1/chat/completions\"",
                        "connections[0].baseUrl (line 1, column 48): must end before /chat/completions or /completions,"
                                + " which is added to it."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                connectionMistake(
                        "baseUrl: \"http://169.254.169.254/v1\"",
                        "connections[0].baseUrl (line 1, column 48): must not be a link-local address, behind which cloud"
                                + " providers keep credentials."
                                + " Write it as the provider documents it: `baseUrl: https://host/v1`."),
                Arguments.of(
                        "connections: [{name: a, kind: openapi, baseUrl: \"http://h\"}]",
                        "connections[0].kind (line 1, column 31): must be openai or simulator, but is the text 'openapi'."
                                + " Did you mean 'openai'?"),
                Arguments.of(
                        "models: [{name: m, connection: simm}]",
                        "models[0].connection (line 1, column 32): there is no connection 'simm'. Did you mean 'sim'?"),
                Arguments.of(
                        "models: [{name: m, connection: sim, price: {input: -1, output: 1}}]",
                        "models[0].price.input (line 1, column 52): must not be negative, but is -1."
                                + " Write an amount per million tokens: `input: 2.50`."),
                Arguments.of(
                        "models: [{name: m, connection: sim, price: {input: 1}}]",
                        "models[0].price.output (line 1, column 44): is missing."
                                + " Write an amount per million tokens: `output: 10.00`."),
                Arguments.of(
                        "models: [{name: m, connection: sim}, {name: m, connection: sim}]",
                        "models[1].name (line 1, column 45): names 'm', as models[0] does. Give each its own name."),
                Arguments.of(
                        "pools: [{name: p, connections: [sim]}, {name: q, connections: [sim]}]",
                        "pools[1].connections[0] (line 1, column 64): the connection 'sim' is in pools[0] already."
                                + " Put a connection into one pool: its calls are counted once."),
                Arguments.of(
                        "pools: [{name: p, connections: []}]",
                        "pools[0].connections (line 1, column 32): must not be empty."
                                + " Name at least one connection: `connections: [my-provider]`."),
                Arguments.of(
                        "connections: [{name: a, kind: openai, baseUrl: \"http://h\"}]\npools: [{name: a, connections: [sim]}]",
                        "connections[0].name (line 1, column 22): is in no pool, and the pool of its own name counts other"
                                + " connections. Name it under that pool's connections, or call the pool something else."),
                Arguments.of(
                        "groups: [{name: g, weight: 0}]",
                        "groups[0].weight (line 1, column 28): must be at least 1, but is 0."
                                + " Write a whole number of at least 1."));
    }

    private static Arguments connectionMistake(String fields, String expected) {
        return Arguments.of("connections: [{name: a, kind: openai, " + fields + "}]", expected);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_its_place_and_remedy(String text, String expected) {
        // When
        Parsed<PlatformFile> parsed = reader.read(text, "platform.yaml");

        // Then
        Parsed.Invalid<PlatformFile> invalid = (Parsed.Invalid<PlatformFile>) parsed;
        assertThat(invalid.text()).isEqualTo(expected);
        assertThat(invalid.text()).doesNotContain("secret@", "sk-secret");
    }

    @Test
    void prices_keep_the_digits_of_the_file() {
        // When
        PlatformFile file = ((Parsed.Valid<PlatformFile>) reader.read(
                        "models: [{name: m, connection: sim, price: {input: 0.1000000000000000055, output: 1e-7}}]",
                        "p.yaml"))
                .value();

        // Then
        ModelPrice price = file.models().getFirst().price();
        assertThat(price.inputPerMillion()).isEqualTo(new BigDecimal("0.1000000000000000055"));
        assertThat(price.outputPerMillion()).isEqualTo(new BigDecimal("0.0000001"));
    }
}
