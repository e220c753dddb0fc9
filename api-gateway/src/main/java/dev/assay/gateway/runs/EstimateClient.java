package dev.assay.gateway.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.Judgement;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.access.Secret;
import dev.assay.gateway.problem.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the cost service what a run will cost. Thread-safe. */
final class EstimateClient {

    private static final Logger LOG = Logger.getLogger(EstimateClient.class);
    /** Where texts are judged one token is written after each, as many as an item usually has choices. */
    private static final int TOKENS_OF_JUDGED = 8;

    private static final String TOKEN = "X-Assay-Internal";

    private final HttpClient http;
    private final URI address;
    private final Duration timeout;
    private final Optional<Secret> token;

    EstimateClient(URI costService, Duration timeout, Optional<Secret> token) {
        this.address = costService.resolve("/internal/cost/estimates");
        this.timeout = timeout;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    private record Question(
            List<Model> models,
            String benchmark,
            List<String> prompts,
            long samplesPerModel,
            PriceBookVersion priceBook,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Judge> judges) {

        private record Model(
                ModelId model,
                String providerModel,
                @Nullable Integer maxTokens) {}

        /** All judgements of one judge. */
        private record Judge(Model model, String prompt, int answers, long calls) {

            static Judge of(JudgeUse judge, RunDefinition run) {
                List<Judgement> judgements = run.judgements().stream()
                        .filter(judgement -> judgement.judge().equals(judge))
                        .toList();
                ModelUse use = judge.model();
                return new Judge(
                        new Model(
                                use.id(), use.providerModel(), use.parameters().maxTokens()),
                        judge.prompt().text(),
                        judge.mode() == JudgeUse.Mode.PAIRWISE ? 2 : 1,
                        judgements.size() * run.samplesPerModel());
            }
        }
    }

    /**
     * @param prompts some of the run's prompts, at least one
     * @throws Refusal if the cost service does not answer
     */
    Estimate estimate(RunDefinition run, List<String> prompts) {
        Question question = new Question(
                run.models().stream()
                        .map(use -> new Question.Model(
                                use.id(),
                                use.providerModel(),
                                run.benchmark().likelihood() == null
                                        ? use.parameters().maxTokens()
                                        : Integer.valueOf(TOKENS_OF_JUDGED)))
                        .toList(),
                run.benchmark().name(),
                prompts,
                run.samplesPerModel(),
                run.priceBook(),
                run.judges().stream()
                        .map(judge -> Question.Judge.of(judge, run))
                        .toList());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(question)));
        token.ifPresent(secret -> request.header(TOKEN, secret.value()));
        return read(send(request.build()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.warnf(
                    "The cost service does not answer. failure=%s", e.getClass().getSimpleName());
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static Estimate read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            LOG.warnf("The cost service refused to estimate. status=%d", response.statusCode());
            throw away();
        }
        try {
            return EventJson.mapper().readValue(response.body(), Estimate.class);
        } catch (JsonProcessingException e) {
            LOG.warn("The cost service's estimate cannot be read.");
            throw away();
        }
    }

    private static Refusal away() {
        return Refusal.unavailable(
                "the run cannot be estimated: the cost service does not answer; try again in a moment");
    }

    private static String json(Question question) {
        try {
            return EventJson.mapper().writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question can always be written", e);
        }
    }
}
