package dev.assay.cost.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.cost.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorStatementTest {

    private static final CallId CALL = new CallId("01jd3x5m8q2v7c9e4k6n0p1r2t");

    private final SimulatorStatement statement = new SimulatorStatement(Settings.defaults());
    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private String logBegins = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI().toString());
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            if (!logBegins.isEmpty()) {
                exchange.getResponseHeaders().add("X-Log-Begins", logBegins);
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        statement.close();
    }

    private Connection connection(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new Connection(new ConnectionId("sim"), Connection.Kind.SIMULATOR, address, null, null);
    }

    private Statement ask() throws Exception {
        return statement.about(CALL, connection("/simulator/v1"));
    }

    @Test
    void a_served_call_is_billed_whether_or_not_its_answer_arrived() throws Exception {
        // Given
        body = "{\"call\": \"x\", \"state\": \"aborted\", \"inputTokens\": 12, \"outputTokens\": 34}";
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.Billed(Usage.of(12, 34)));
        assertThat(asked.get()).isEqualTo("/simulator/calls/" + CALL);
    }

    @Test
    void a_refused_call_costs_nothing() throws Exception {
        // Given
        body = "{\"state\": \"failed\", \"inputTokens\": 0, \"outputTokens\": 0}";
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.Refused());
    }

    @Test
    void a_call_that_is_still_served_is_open() throws Exception {
        // Given
        body = "{\"state\": \"OPEN\", \"inputTokens\": 1, \"outputTokens\": 1}";
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.Open());
    }

    @Test
    void a_call_that_the_simulator_does_not_know_was_never_seen() throws Exception {
        // Given
        status = 404;
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.NeverSeen());
    }

    @Test
    void a_log_that_began_before_the_call_knows_that_it_never_came() throws Exception {
        // Given
        status = 404;
        logBegins = CALL.announcedAt().minusMillis(1).toString();
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.NeverSeen());
    }

    @Test
    void a_log_that_began_after_the_call_tells_nothing_of_it() throws Exception {
        // Given
        status = 404;
        logBegins = CALL.announcedAt().plusMillis(1).toString();
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.NotGiven());
    }

    @Test
    void a_log_that_has_forgotten_calls_tells_nothing_of_those_that_it_does_not_find() throws Exception {
        // Given
        status = 410;
        // When
        Statement said = ask();
        // Then
        assertThat(said).isEqualTo(new Statement.NotGiven());
    }

    @Test
    void a_log_that_begins_at_no_time_is_a_reason_to_ask_again() {
        // Given
        status = 404;
        logBegins = "yesterday";
        // When
        var thrown = assertThatThrownBy(this::ask);
        // Then
        thrown.isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "{\"state\": \"lost\"}",
                "{\"state\": \"answered\"}",
                "{\"state\": \"answered\", \"inputTokens\": -1, \"outputTokens\": 2}"
            })
    void an_answer_that_makes_no_sense_is_a_reason_to_ask_again(String answer) {
        // Given
        body = answer;
        // When
        var thrown = assertThatThrownBy(this::ask);
        // Then
        thrown.isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 500, 503})
    void any_other_status_is_a_reason_to_ask_again(int answer) {
        // Given
        status = answer;
        // When
        var thrown = assertThatThrownBy(this::ask);
        // Then
        thrown.isInstanceOf(IOException.class).hasMessageContaining(String.valueOf(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/simulator/v1", "/simulator/v1/", "/simulator", "/simulator/"})
    void the_address_lies_beside_that_of_the_api(String path) {
        // When
        URI address = SimulatorStatement.address(CALL, connection(path));
        // Then
        assertThat(address.getPath()).isEqualTo("/simulator/calls/" + CALL);
    }

    @Test
    void only_the_simulator_gives_this_statement() {
        // Given
        Connection real = new Connection(
                new ConnectionId("real"), Connection.Kind.OPENAI, URI.create("https://host/v1"), null, null);
        // When
        boolean covers = statement.covers(real);
        // Then
        assertThat(covers).isFalse();
        assertThat(statement.covers(connection("/v1"))).isTrue();
    }
}
