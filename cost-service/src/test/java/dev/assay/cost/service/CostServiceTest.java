package dev.assay.cost.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.topic.Topic;
import dev.assay.cost.SharedFolder;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service alone, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CostServiceTest {

    private static final GroupId GROUP = new GroupId("vision-lab");
    private static final ConnectionId SIM = new ConnectionId("sim");
    private static final ModelId LARGE = new ModelId("sim-large");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource
    URI address;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @ConfigProperty(name = "test.provider")
    URI provider;

    @Inject
    ControlMirror mirror;

    @Inject
    EventPublisher publisher;

    @Inject
    IdSource ids;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void register() {
        register(new Connection(SIM, Connection.Kind.SIMULATOR, provider, null, null));
        register(new RegisteredModel(LARGE, SIM, "sim-large", null));
        awaitBook(book -> book.price(LARGE).isPresent());
    }

    private void register(ControlRecord... records) {
        publisher.publishAll(List.of(records).stream()
                .map(record -> new Outgoing(Topic.CONTROL, record.key(), record))
                .toList());
    }

    private PriceBook awaitBook(Predicate<PriceBook> condition) {
        return await().atMost(PATIENCE)
                .until(mirror::activePriceBook, book -> book.filter(condition).isPresent())
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("X-Assay-Internal", Surroundings.TOKEN)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return EventJson.mapper().readTree(response.body());
    }

    @Test
    void a_model_of_the_simulator_has_our_price_until_an_administrator_sets_one() {
        // Given
        ModelId model = new ModelId("small-" + UUID.randomUUID());
        register(new RegisteredModel(model, SIM, "sim-small", null));
        PriceBook ours = awaitBook(book -> book.price(model).isPresent());
        // When
        register(new RegisteredModel(model, SIM, "sim-small", ModelPrice.usd("0.125", "7")));
        PriceBook theirs = awaitBook(book -> book.revision() > ours.revision());
        // Then
        assertThat(ours.price(model)).contains(ModelPrice.usd("0.1", "0.4"));
        assertThat(theirs.price(model)).contains(ModelPrice.usd("0.125", "7"));
        assertThat(theirs.version()).isEqualTo(new PriceBookVersion("pb-" + theirs.revision()));
        assertThat(mirror.priceBook(ours.version())).contains(ours);
    }

    @Test
    void a_model_priced_in_another_currency_is_not_in_the_book() {
        // Given
        ModelId euro = new ModelId("euro-" + UUID.randomUUID());
        ModelId dollar = new ModelId("dollar-" + UUID.randomUUID());
        ModelPrice price = new ModelPrice("EUR", BigDecimal.ONE, null, BigDecimal.TEN);
        // When
        register(
                new RegisteredModel(euro, SIM, "sim-small", price),
                new RegisteredModel(dollar, SIM, "sim-small", ModelPrice.usd("1", "1")));
        // Then
        assertThat(awaitBook(book -> book.price(dollar).isPresent()).price(euro))
                .isEmpty();
    }

    @Test
    void a_run_is_charged_from_its_plan_to_its_last_call() throws Exception {
        // Given
        PriceBook book = mirror.activePriceBook().orElseThrow();
        RunId run = ids.nextRun();
        CallId answered = ids.nextCall();
        CallId lost = ids.nextCall();
        // When
        publisher.publishAll(List.of(
                new Outgoing(Topic.OUTCOMES, "task", outcome(run, answered)),
                new Outgoing(Topic.OUTCOMES, "task", outcome(run, answered))));
        publisher.publishAll(List.of(
                new Outgoing(Topic.RUN_EVENTS, run.value(), planned(run, book.version())),
                new Outgoing(Topic.RUN_EVENTS, run.value(), lost(run, lost)),
                new Outgoing(
                        Topic.RUN_EVENTS,
                        run.value(),
                        new RunEvent.Settled(ids.nextEvent(), Instant.now(), GROUP, run, 2, 2))));
        List<ChargeEvent> charges = chargesUntilComplete(run);
        // Then
        ChargeEvent.RunCharged charged = (ChargeEvent.RunCharged) charges.getLast();
        assertThat(charged.calls()).isEqualTo(2);
        assertThat(charged.total()).isEqualTo(Money.usd("0.007"));
        assertThat(lastCharge(charges, lost))
                .extracting(Charge::status, Charge::usage, Charge::amount)
                .containsExactly(Charge.Status.CONFIRMED, Usage.of(1000, 100), Money.usd("0.0035"));
        JsonNode spend = json(send(request("/internal/cost/runs/" + run).GET()));
        assertThat(spend.at("/amount/amount").asText()).isEqualTo("0.007");
        assertThat(spend.at("/charged").asBoolean()).isTrue();
        assertThat(spend.at("/models/0/model").asText()).isEqualTo("sim-large");
        assertThat(spend.at("/priceBook").asText()).isEqualTo(book.version().value());
        JsonNode groups = json(send(request("/internal/cost/groups").GET()));
        assertThat(groups.at("/groups/0/group").asText()).isEqualTo("vision-lab");
    }

    private static Charge lastCharge(List<ChargeEvent> events, CallId call) {
        Optional<Charge> last = Optional.empty();
        for (ChargeEvent event : events) {
            if (event instanceof ChargeEvent.CallsCharged calls) {
                for (Charge charge : calls.charges()) {
                    last = charge.callId().equals(call) ? Optional.of(charge) : last;
                }
            }
        }
        return last.orElseThrow();
    }

    private List<ChargeEvent> chargesUntilComplete(RunId run) {
        List<ChargeEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", "test-" + run, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.CHARGES.topicName()));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(run.value())) {
                        events.add(EventJson.mapper().readValue(record.value(), ChargeEvent.class));
                    }
                }
                return !events.isEmpty() && events.getLast() instanceof ChargeEvent.RunCharged;
            });
        }
        return events;
    }

    private AttemptOutcome outcome(RunId run, CallId call) {
        return new AttemptOutcome(
                ids.nextEvent(),
                Instant.now(),
                GROUP,
                run,
                new AttemptId(new TaskId(run, 0, 0, 0), 1),
                call,
                new WorkerId("worker-1"),
                new PoolId("sim-pool"),
                LARGE,
                new SampleContext("item", null, List.of("42"), List.of()),
                true,
                new Outcome.Answered("42", "stop", Usage.of(1000, 100)),
                null,
                Map.of());
    }

    private RunEvent.CallLost lost(RunId run, CallId call) {
        return new RunEvent.CallLost(
                ids.nextEvent(),
                Instant.now(),
                GROUP,
                run,
                new AttemptId(new TaskId(run, 0, 1, 0), 1),
                call,
                LARGE,
                SIM,
                null);
    }

    private RunEvent.Planned planned(RunId run, PriceBookVersion book) {
        ModelUse model = new ModelUse(LARGE, SIM, new PoolId("sim-pool"), "sim-large", GenerationParameters.DEFAULT);
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "sums",
                "1",
                new DatasetRef(ContentHash.of("sums"), 2),
                List.of(Message.user("{{ question }}")),
                "answer",
                null,
                "category",
                List.of(new PipelineSpec("whole", List.of())),
                List.of(new MetricSpec("exact", "exact_match", "whole", Map.of())),
                null,
                null);
        RunDefinition definition = new RunDefinition(
                run,
                GROUP,
                "a run",
                benchmark,
                List.of(model),
                2,
                1,
                7,
                null,
                book,
                new AttemptPolicy(3, 60_000),
                Map.of(),
                null,
                List.of(),
                List.of());
        return new RunEvent.Planned(ids.nextEvent(), Instant.now(), GROUP, run, definition, ContentHash.of("manifest"));
    }

    @Test
    void imported_prices_come_into_force_and_jumps_need_a_confirmation() throws Exception {
        // Given
        ModelId model = new ModelId("imported-" + UUID.randomUUID());
        register(new RegisteredModel(model, SIM, "provider-model", null));
        String path = "/internal/cost/price-imports?source=litellm";
        String filed = ", \"from-file\": {\"input_cost_per_token\": 5e-6, \"output_cost_per_token\": 6e-6}}";
        String cheap = "{\"provider-model\": {\"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 2e-6}" + filed;
        String dear = "{\"provider-model\": {\"input_cost_per_token\": 3e-6, \"output_cost_per_token\": 2e-6}" + filed;
        // When
        HttpResponse<String> first = post(path, cheap);
        PriceBook before = awaitBook(book -> book.price(model).isPresent());
        HttpResponse<String> jump = post(path, dear);
        HttpResponse<String> confirmed = post(path + "&confirm=true", dear);
        PriceBook after = awaitBook(book -> book.revision() > before.revision());
        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).at("/added/0").asText()).isEqualTo("provider-model");
        assertThat(before.price(model)).contains(ModelPrice.usd("1", "2"));
        assertThat(jump.statusCode()).isEqualTo(409);
        assertThat(json(jump).at("/jumps/0/percent").asText()).isEqualTo("+200");
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(after.price(model)).contains(ModelPrice.usd("3", "2"));
    }

    @Test
    void the_file_of_the_settings_is_imported_at_start() {
        // Given
        ModelId model = new ModelId("filed-" + UUID.randomUUID());
        // When
        register(new RegisteredModel(model, SIM, "from-file", null));
        PriceBook book = awaitBook(prices -> prices.price(model).isPresent());
        // Then
        assertThat(book.price(model)).contains(ModelPrice.usd("5", "6"));
    }

    @Test
    void the_real_map_is_imported_once() throws Exception {
        // Given
        String map = Files.readString(SharedFolder.file("prices/litellm/model_prices_and_context_window.json"))
                .stripTrailing();
        String withFile = map.substring(0, map.length() - 1)
                + ", \"from-file\": {\"input_cost_per_token\": 5e-6, \"output_cost_per_token\": 6e-6}}";
        String path = "/internal/cost/price-imports?source=litellm&confirm=true";
        // When
        JsonNode first = json(post(path, withFile));
        JsonNode second = json(post(path, withFile));
        // Then
        assertThat(first.at("/priced").asInt()).isGreaterThan(2400);
        assertThat(first.at("/added")).hasSizeGreaterThan(2400);
        assertThat(second.at("/applied").asBoolean()).isTrue();
        assertThat(second.at("/added")).isEmpty();
        assertThat(second.at("/changed")).isEmpty();
        assertThat(second.at("/removed")).isEmpty();
    }

    @Test
    void a_price_map_that_is_none_is_refused_with_its_place() throws Exception {
        // When
        HttpResponse<String> bad =
                post("/internal/cost/price-imports?source=litellm", "{\"m\": {\"input_cost_per_token\": \"much\"}}");
        HttpResponse<String> unknown = post("/internal/cost/price-imports?source=elsewhere", "{}");
        // Then
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(bad).at("/detail").asText()).isEqualTo("m: input_cost_per_token is not a decimal: much");
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void an_estimate_says_what_it_rests_on() throws Exception {
        // When
        HttpResponse<String> response = post("/internal/cost/estimates", """
                {"models": [{"model": "sim-large", "providerModel": "sim-large", "maxTokens": 64},
                            {"model": "nobody", "providerModel": "nobody", "maxTokens": null}],
                 "benchmark": "facts", "prompts": ["%s"], "samplesPerModel": 1000}
                """.formatted("x".repeat(400)));
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode estimate = json(response);
        assertThat(estimate.at("/priceBook").asText()).startsWith("pb-");
        assertThat(estimate.at("/expected/amount").asText()).isEqualTo("0.57");
        assertThat(estimate.at("/expected/currency").asText()).isEqualTo("USD");
        assertThat(estimate.at("/unpriced/0").asText()).isEqualTo("nobody");
        assertThat(estimate.at("/perModel/0/inputTokens").asLong()).isEqualTo(100_000);
        assertThat(estimate.at("/perModel/0/basis").asText()).startsWith("input: 4 characters per token");
    }

    @Test
    void an_estimate_of_nonsense_is_refused() throws Exception {
        // When
        HttpResponse<String> empty = post("/internal/cost/estimates", "{\"models\": []}");
        HttpResponse<String> noModels = post(
                "/internal/cost/estimates",
                "{\"models\": [], \"benchmark\": \"b\", \"prompts\": [\"p\"], \"samplesPerModel\": 1}");
        HttpResponse<String> noJson = post("/internal/cost/estimates", "no json");
        HttpResponse<String> noBook = post(
                "/internal/cost/estimates",
                "{\"models\": [{\"model\": \"m\", \"providerModel\": \"m\"}], \"benchmark\": \"b\","
                        + " \"prompts\": [\"p\"], \"samplesPerModel\": 1, \"priceBook\": \"pb-999\"}");
        // Then
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(json(empty).at("/detail").asText()).isEqualTo("benchmark is missing or of another type");
        assertThat(json(noModels).at("/detail").asText()).isEqualTo("models: give 1 to 200");
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(noBook.statusCode()).isEqualTo(422);
        assertThat(json(noBook).at("/detail").asText()).isEqualTo("there is no price book pb-999");
    }

    @Test
    void without_the_token_nothing_is_answered() throws Exception {
        // Given
        HttpRequest.Builder none = HttpRequest.newBuilder(address.resolve("/internal/cost/groups"));
        HttpRequest.Builder wrong = HttpRequest.newBuilder(address.resolve("/internal/cost/groups"))
                .header("X-Assay-Internal", "only-for-test");
        // When
        HttpResponse<String> withoutToken = send(none.GET());
        HttpResponse<String> withAnother = send(wrong.GET());
        // Then
        assertThat(withoutToken.statusCode()).isEqualTo(401);
        assertThat(withAnother.statusCode()).isEqualTo(401);
        assertThat(json(withAnother).at("/status").asInt()).isEqualTo(401);
    }

    @Test
    void a_run_that_is_not_known_is_not_found() throws Exception {
        // When
        HttpResponse<String> unknown =
                send(request("/internal/cost/runs/01jd3x5m8q2v7c9e4k6n0p1r2s").GET());
        HttpResponse<String> malformed = send(request("/internal/cost/runs/x").GET());
        // Then
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(malformed.statusCode()).isEqualTo(400);
    }

    @Test
    void it_is_ready_when_its_price_book_is() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode ready = json(send(
                    HttpRequest.newBuilder(address.resolve("/q/health/ready")).GET()));
            assertThat(ready.at("/status").asText()).isEqualTo("UP");
            assertThat(ready.findValuesAsText("name")).contains("cost: price book is up to date");
        });
    }
}
