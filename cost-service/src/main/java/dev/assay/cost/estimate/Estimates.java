package dev.assay.cost.estimate;

import dev.assay.cost.CostConfig;
import dev.assay.cost.price.PricedBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an estimate together from prices, past calls and tokenizers. Thread-safe. */
@ApplicationScoped
class Estimates {

    private final PastCalls past;
    private final Tokenizers tokenizers;
    private final CostConfig config;

    Estimates(PastCalls past, Tokenizers tokenizers, CostConfig config) {
        this.past = past;
        this.tokenizers = tokenizers;
        this.config = config;
    }

    /** @param book null: there is none yet, and every model is unpriced */
    Estimate estimate(EstimateRequest run, @Nullable PricedBook book) throws SQLException {
        // Models of one tokenizer share the count: it is most of the work.
        Map<String, Expectation.Tokens> inputs = new HashMap<>();
        List<ModelEstimate> models = new ArrayList<>();
        for (EstimateRequest.ModelQuestion model : run.models()) {
            TokenCounter counter = counter(run.benchmark(), model);
            Expectation.Tokens input = inputs.computeIfAbsent(
                    counter.basis(), basis -> Expectation.input(run.prompts(), counter, run.samplesPerModel()));
            Expectation.Tokens output = Expectation.output(
                    past.answers(run.benchmark(), model.model()),
                    model.maxTokens(),
                    config.estimate().outputTokens(),
                    run.samplesPerModel());
            models.add(ModelEstimate.of(
                    model.model(),
                    input,
                    output,
                    run.samplesPerModel(),
                    book == null ? null : book.rates(model.model()).orElse(null)));
        }
        Range answer = mean(models, run.samplesPerModel());
        for (EstimateRequest.JudgeQuestion judge : run.judges()) {
            models.add(judge(run, judge, answer, book));
        }
        past.remember(run.benchmark(), run.prompts());
        return book == null
                ? Estimate.of(null, config.currency(), models)
                : Estimate.of(book.version(), book.currency(), models);
    }

    /** How long an answer is, over all models. */
    private static Range mean(List<ModelEstimate> models, long samplesPerModel) {
        double calls = (double) models.size() * samplesPerModel;
        double expected = models.stream().mapToLong(ModelEstimate::outputTokens).sum() / calls;
        return Range.around(expected, expected / 2);
    }

    /** A judge reads its prompt, the question and the answers that it is shown. */
    private ModelEstimate judge(
            EstimateRequest run, EstimateRequest.JudgeQuestion judge, Range answer, @Nullable PricedBook book)
            throws SQLException {
        EstimateRequest.ModelQuestion model = judge.model();
        TokenCounter counter = counter(run.benchmark(), model);
        Range questions =
                Expectation.input(run.prompts(), counter, judge.calls()).range();
        double fixed = counter.tokens(judge.prompt()) * judge.calls();
        double shown = (double) judge.answers() * judge.calls();
        Expectation.Tokens input = new Expectation.Tokens(
                new Range(
                        Math.round(questions.low() + fixed + answer.low() * shown),
                        Math.round(questions.expected() + fixed + answer.expected() * shown),
                        Math.round(questions.high() + fixed + answer.high() * shown)),
                "judge's prompt, question and " + judge.answers() + " of the expected answers, " + counter.basis());
        Expectation.Tokens output = Expectation.output(
                past.answers(run.benchmark(), model.model()),
                model.maxTokens(),
                config.estimate().outputTokens(),
                judge.calls());
        return ModelEstimate.of(
                model.model(),
                input,
                output,
                judge.calls(),
                book == null ? null : book.rates(model.model()).orElse(null));
    }

    private TokenCounter counter(String benchmark, EstimateRequest.ModelQuestion model) throws SQLException {
        Optional<TokenCounter> own = tokenizers.of(model.providerModel());
        return own.isPresent()
                ? own.get()
                : past.ratio(benchmark, model.model()).orElse(RatioCounter.RULE_OF_THUMB);
    }
}
