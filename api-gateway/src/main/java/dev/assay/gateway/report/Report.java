package dev.assay.gateway.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.StopRule;
import dev.assay.gateway.judging.JudgeReport;
import dev.assay.gateway.subgroups.SubgroupReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run found. Everything but {@code run} and {@code timing} depends on the experiment alone.
 *
 * @param stop the question of the run and its answers; null if it asked none
 * @param coverage samples with a score by the first metric, of all samples that count, between 0 and 1
 * @param leaderboard one entry per model, best first
 * @param judges what each judge found; none in a run without judges
 * @param categories by category, then in the order of the run's models
 * @param variants what other forms of the items did, by model, metric and form; the worst of all forms comes first
 * @param subgroups scores by who is in the items, by field, model and metric; none while the run goes on
 */
public record Report(
        Run run,
        ManifestPart manifest,
        @Nullable Stop stop,
        double coverage,
        List<Entry> leaderboard,
        List<CategoryEntry> categories,
        List<Timing> timing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VariantEntry> variants,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JudgeReport> judges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SubgroupReport> subgroups) {

    public Report {
        variants = List.copyOf(variants);
        leaderboard = List.copyOf(leaderboard);
        categories = List.copyOf(categories);
        timing = List.copyOf(timing);
        judges = List.copyOf(judges);
        subgroups = List.copyOf(subgroups);
    }

    /** Which run this was, and what the ledger says it spent, repeated calls included. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            RunId id,
            GroupId group,
            String name,
            RunState state,
            @Nullable String reason,
            Instant submittedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Map<String, String> tags,
            Spend spend,
            @Nullable Saved saved) {}

    /**
     * What the run did not ask, since its question was answered. Which samples were under way by then is chance, so this
     * differs from run to run.
     *
     * @param planned samples that the run would have had
     * @param asked samples that have an outcome
     * @param samples of models that were asked nothing more, and not asked
     * @param calls that these would have needed, about
     * @param money that they would have cost, about; null if it cannot be said
     * @param method how the two were estimated
     */
    @JsonInclude
    public record Saved(
            long planned,
            long asked,
            long samples,
            long calls,
            @Nullable Money money,
            String method) {}

    /**
     * The question of a run. Results of a model that was asked nothing more are those of the items that its answers rest
     * on; items that were under way by then are paid for and can be looked at, but do not count.
     *
     * @param question for people
     * @param rule the same, to be read by programs
     * @param answers one per question; when the run is over, the open ones too
     */
    public record Stop(String question, StopRule rule, List<Answer> answers) {

        public Stop {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer.
     *
     * @param models one, or two whose difference it is about: the first minus the second
     * @param answer for people
     * @param items the first ones of the seeded order, on which it rests
     * @param of items of the run
     * @param missing samples of these without a score, each counted as what speaks most against an answer
     * @param estimate the mean over items with a score
     * @param low lower end of an interval that holds at all times and for all questions of the run together
     * @param interval such as {@code anytime-95}
     */
    @JsonInclude
    public record Answer(
            List<ModelId> models,
            StopDecision.Verdict verdict,
            String answer,
            int items,
            int of,
            long missing,
            @Nullable Double estimate,
            double low,
            double high,
            String interval) {}

    /** The ledger's totals. */
    public record Spend(
            Money total,
            long calls,
            long confirmed,
            long unconfirmed,
            @JsonProperty("void") long voided,
            long unpriced) {}

    /** What makes two runs the same experiment. */
    @JsonInclude
    public record ManifestPart(
            @Nullable String hash,
            @Nullable String codeVersion,
            BenchmarkName benchmark,
            ContentHash dataset,
            List<ModelPart> models,
            int items,
            int repeats,
            long seed,
            PriceBookVersion priceBook) {}

    /** Name and version of a benchmark. */
    public record BenchmarkName(String name, String version) {}

    /** A model and how it was asked. */
    public record ModelPart(ModelId model, String providerModel, Map<String, Object> parameters) {}

    /**
     * One model's place.
     *
     * @param rank by the first metric, equal values share one; null if the model has no value
     * @param failures samples that failed, by kind
     */
    @JsonInclude
    public record Entry(
            @Nullable Integer rank, ModelId model, List<MetricValue> metrics, Cost cost, Map<String, Long> failures) {}

    /** One model in one category. */
    public record CategoryEntry(String category, ModelId model, List<MetricValue> metrics) {}

    /**
     * One form of the items beside the items as they are, on those that have a score in both.
     *
     * @param variant its label; null: the worst of all forms of an item, the original one among them
     * @param kind perturbation or counterfactual; null for the worst
     * @param asked samples in this form
     * @param low lower end of the 95 % interval of the difference; null for a single item
     * @param changed share of the items with another extracted answer
     * @param better items with a better score in this form
     */
    @JsonInclude
    public record VariantEntry(
            ModelId model,
            @Nullable String variant,
            @Nullable String kind,
            String metric,
            long items,
            long asked,
            double original,
            double value,
            double difference,
            @Nullable Double low,
            @Nullable Double high,
            double changed,
            long better,
            long worse,
            boolean lowerIsBetter) {}

    /**
     * One metric with its interval, its coverage, and its bounds if all missing samples were worst or best.
     *
     * @param boundLow null, as the other, if the metric has no bounds: one without a greatest value, or one of a set
     * @param unscored answered samples that the metric could not score
     */
    @JsonInclude
    public record MetricValue(
            String metric,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String interval,
            long samples,
            long answered,
            long refused,
            long failed,
            long unextracted,
            double coverage,
            @Nullable Double boundLow,
            @Nullable Double boundHigh,
            long unscored,
            boolean lowerIsBetter) {}

    /**
     * What the recorded attempts cost, each counted once.
     *
     * @param total null if a call has no price
     * @param perSample by samples that have an outcome
     * @param perCorrect by the first metric's sum; null if that is 0, no count of right answers, or if items
     *     were asked in other forms too
     */
    @JsonInclude
    public record Cost(
            @Nullable Money total,
            @Nullable Money perSample,
            @Nullable Money perCorrect,
            long inputTokens,
            long outputTokens,
            long unpriced) {}

    /** How long answered samples took, in milliseconds. */
    @JsonInclude
    public record Timing(
            ModelId model,
            @Nullable Percentiles ttftMs,
            @Nullable Percentiles totalMs,
            @Nullable Double tokensPerSecond) {}

    /** Percentiles, linearly interpolated. */
    public record Percentiles(double p50, double p95, double p99) {}
}
