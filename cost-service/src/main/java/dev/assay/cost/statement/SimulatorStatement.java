package dev.assay.cost.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.cost.CostConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's log of calls, {@code GET …/calls/{call}} beside the {@code …/v1} of the connection. It answers
 * {@code {"state": "open" | "answered" | "aborted" | "failed", "inputTokens", "outputTokens"}}, or 404 with the time that
 * its log begins at, or 410 if the log has forgotten calls. Redirects are not followed.
 */
@ApplicationScoped
public class SimulatorStatement implements ProviderStatement {

    private static final Pattern API = Pattern.compile("(?:/v1)?/*$");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final String LOG_BEGINS = "X-Log-Begins";

    private final Duration timeout;
    private final HttpClient client;

    public SimulatorStatement(CostConfig config) {
        this.timeout = config.reconciliation().timeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean covers(Connection connection) {
        return connection.kind() == Connection.Kind.SIMULATOR;
    }

    @Override
    public Statement about(CallId call, Connection connection) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(call, connection))
                .timeout(timeout)
                .GET()
                .build();
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return switch (response.statusCode()) {
            case OK -> parse(response.body());
            case NOT_FOUND ->
                unknown(call, response.headers().firstValue(LOG_BEGINS).orElse(null));
            case GONE -> new Statement.NotGiven();
            default -> throw new IOException("the simulator's statement answered " + response.statusCode());
        };
    }

    /** Only a log that was there when the call was announced can say that it never came. */
    static Statement unknown(CallId call, @Nullable String logBegins) throws IOException {
        try {
            return logBegins != null && call.announcedAt().isBefore(Instant.parse(logBegins))
                    ? new Statement.NotGiven()
                    : new Statement.NeverSeen();
        } catch (DateTimeParseException e) {
            throw new IOException("the simulator's log begins at no time that is known", e);
        }
    }

    static URI address(CallId call, Connection connection) {
        String base = API.matcher(connection.baseUrl().toString()).replaceFirst("");
        return URI.create(base + "/calls/" + call);
    }

    static Statement parse(String body) throws IOException {
        try {
            JsonNode statement = EventJson.mapper().readTree(body);
            return switch (statement.path("state").asText().toLowerCase(Locale.ROOT)) {
                case "answered", "aborted" ->
                    new Statement.Billed(Usage.of(tokens(statement, "inputTokens"), tokens(statement, "outputTokens")));
                case "failed" -> new Statement.Refused();
                case "open" -> new Statement.Open();
                default -> throw new IOException("the simulator's statement has no state that is known");
            };
        } catch (JsonProcessingException e) {
            throw new IOException("the simulator's statement is not JSON", e);
        }
    }

    private static long tokens(JsonNode statement, String field) throws IOException {
        JsonNode value = statement.path(field);
        if (!value.canConvertToLong() || value.asLong() < 0) {
            throw new IOException("the simulator's statement has no " + field);
        }
        return value.asLong();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
