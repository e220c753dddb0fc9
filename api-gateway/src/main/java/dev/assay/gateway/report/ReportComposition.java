package dev.assay.gateway.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.Manifest;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import dev.assay.contracts.run.VariantUse;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.stop.StopWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a report from its inputs: a pure function, so that equal inputs give equal texts. */
final class ReportComposition {

    private static final int MONEY_DIGITS = 12;
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final ReportInputs inputs;
    private final StoredRun run;
    private final RunDefinition definition;
    private final List<String> metrics;

    private ReportComposition(ReportInputs inputs) {
        this.inputs = inputs;
        this.run = inputs.run();
        this.definition = run.definition();
        this.metrics = run.labels();
    }

    static Report compose(ReportInputs inputs) {
        return new ReportComposition(inputs).report();
    }

    private Report report() {
        return new Report(
                new Report.Run(
                        run.id(),
                        run.group(),
                        run.name(),
                        run.state(),
                        run.reason(),
                        run.submittedAt(),
                        run.startedAt(),
                        run.finishedAt(),
                        definition.tags(),
                        inputs.spend(),
                        definition.stop() == null ? null : Savings.of(inputs)),
                manifest(),
                stop(),
                coverage(),
                leaderboard(),
                categories(),
                timing(),
                variants(),
                inputs.judges(),
                inputs.subgroups());
    }

    private List<Report.VariantEntry> variants() {
        Map<String, VariantUse> uses = new HashMap<>();
        definition.variants().forEach(use -> uses.put(use.label(), use));
        return inputs.variants().stream()
                .map(found -> {
                    VariantUse use = found.variant() == null ? null : uses.get(found.variant());
                    return new Report.VariantEntry(
                            found.model(),
                            found.variant(),
                            use == null ? null : use.kind().name().toLowerCase(Locale.ROOT),
                            found.metric(),
                            found.items(),
                            found.asked(),
                            found.original(),
                            found.value(),
                            found.difference(),
                            found.low(),
                            found.high(),
                            found.changed(),
                            found.better(),
                            found.worse(),
                            inputs.aggregates().stream()
                                    .anyMatch(a -> a.metric().equals(found.metric()) && a.isLowerBetter()));
                })
                .toList();
    }

    private Report.ManifestPart manifest() {
        // The code version is said only if the plan was made by the same one.
        boolean sameCode =
                Manifest.of(definition, inputs.codeVersion()).hash().value().equals(run.manifest());
        return new Report.ManifestPart(
                run.manifest(),
                sameCode ? inputs.codeVersion() : null,
                new Report.BenchmarkName(
                        definition.benchmark().name(), definition.benchmark().version()),
                definition.benchmark().dataset().hash(),
                definition.models().stream().map(ReportComposition::model).toList(),
                definition.items(),
                definition.repeats(),
                definition.seed(),
                definition.priceBook());
    }

    private static Report.ModelPart model(ModelUse use) {
        return new Report.ModelPart(
                use.id(), use.providerModel(), EventJson.mapper().convertValue(use.parameters(), FIELDS));
    }

    private double coverage() {
        List<MetricAggregate> first = inputs.aggregates().stream()
                .filter(a -> a.category() == null && a.metric().equals(metrics.getFirst()))
                .toList();
        long scored = first.stream().mapToLong(a -> a.answered() - unscored(a)).sum();
        return (double) scored / run.standing().samples(definition);
    }

    private Report.@Nullable Stop stop() {
        StopRule rule = definition.stop();
        if (rule == null) {
            return null;
        }
        StopWords words = StopWords.of(definition, rule);
        return new Report.Stop(
                words.question(),
                rule,
                run.standing().decisions().stream()
                        .map(decision -> new Report.Answer(
                                decision.models(),
                                decision.verdict(),
                                words.answer(decision),
                                decision.items(),
                                definition.items(),
                                decision.missing(),
                                decision.estimate(),
                                decision.low(),
                                decision.high(),
                                words.interval()))
                        .toList());
    }

    private static long unscored(MetricAggregate aggregate) {
        Long unscored = aggregate.unscored();
        return unscored == null ? 0 : unscored;
    }

    private List<Report.Entry> leaderboard() {
        boolean lowerFirst =
                inputs.aggregates().stream().anyMatch(a -> a.metric().equals(metrics.getFirst()) && a.isLowerBetter());
        Comparator<Double> best = lowerFirst ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Integer> order = IntStream.range(0, definition.models().size())
                .boxed()
                .sorted(Comparator.comparing(this::firstValue, Comparator.nullsLast(best))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Report.Entry> entries = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            int model = order.get(place);
            Double value = firstValue(model);
            Integer rank = null;
            if (value != null) {
                boolean tie = place > 0 && value.equals(firstValue(order.get(place - 1)));
                rank = tie ? entries.get(place - 1).rank() : Integer.valueOf(place + 1);
            }
            entries.add(new Report.Entry(
                    rank,
                    id(model),
                    values(model, null),
                    cost(model),
                    inputs.failures().getOrDefault(model, new TreeMap<>())));
        }
        return entries;
    }

    private List<Report.CategoryEntry> categories() {
        TreeSet<String> names = new TreeSet<>();
        inputs.aggregates().stream()
                .map(MetricAggregate::category)
                .filter(Objects::nonNull)
                .forEach(names::add);
        List<Report.CategoryEntry> entries = new ArrayList<>();
        for (String category : names) {
            for (int model = 0; model < definition.models().size(); model++) {
                List<Report.MetricValue> values = values(model, category);
                if (!values.isEmpty()) {
                    entries.add(new Report.CategoryEntry(category, id(model), values));
                }
            }
        }
        return entries;
    }

    private List<Report.MetricValue> values(int model, @Nullable String category) {
        return metrics.stream()
                .flatMap(metric -> aggregate(model, category, metric).stream())
                .map(ReportComposition::value)
                .toList();
    }

    private static Report.MetricValue value(MetricAggregate a) {
        return new Report.MetricValue(
                a.metric(),
                a.value(),
                a.low(),
                a.high(),
                a.interval(),
                a.samples(),
                a.answered(),
                a.refused(),
                a.failed(),
                a.unextracted(),
                a.coverage(),
                a.boundLow(),
                a.boundHigh(),
                unscored(a),
                a.isLowerBetter());
    }

    private Optional<MetricAggregate> aggregate(int model, @Nullable String category, String metric) {
        return inputs.aggregates().stream()
                .filter(a -> a.model().equals(id(model))
                        && Objects.equals(a.category(), category)
                        && a.metric().equals(metric))
                .findFirst();
    }

    private @Nullable Double firstValue(int model) {
        return aggregate(model, null, metrics.getFirst())
                .map(MetricAggregate::value)
                .orElse(null);
    }

    private Report.Cost cost(int model) {
        ReportInputs.AttemptCosts costs = inputs.costs().getOrDefault(model, ReportInputs.AttemptCosts.NONE);
        BigDecimal total = costs.unpriced() > 0 ? null : costs.amount();
        BigDecimal correct = aggregate(model, null, metrics.getFirst())
                .map(ReportComposition::correct)
                .orElse(BigDecimal.ZERO);
        return new Report.Cost(
                total == null ? null : new Money(run.currency(), total),
                share(total, BigDecimal.valueOf(inputs.counted().getOrDefault(model, 0L))),
                definition.variants().isEmpty() ? share(total, correct) : null,
                costs.inputTokens(),
                costs.outputTokens(),
                costs.unpriced());
    }

    /** How many answers were right; 0 for a metric that does not count them. */
    private static BigDecimal correct(MetricAggregate a) {
        Double value = a.value();
        Double greatest = a.boundHigh();
        boolean counts = greatest != null && greatest <= 1 && !a.isLowerBetter();
        return value == null || value < 0 || !counts
                ? BigDecimal.ZERO
                : new BigDecimal(value * (a.answered() - unscored(a)));
    }

    private @Nullable Money share(@Nullable BigDecimal total, BigDecimal by) {
        if (total == null || by.signum() <= 0) {
            return null;
        }
        return new Money(run.currency(), total.divide(by, MONEY_DIGITS, RoundingMode.HALF_EVEN));
    }

    private List<Report.Timing> timing() {
        List<Report.Timing> timings = new ArrayList<>();
        for (int model = 0; model < definition.models().size(); model++) {
            ReportInputs.TimingFigures figures = inputs.timing().get(model);
            if (figures != null) {
                timings.add(new Report.Timing(
                        id(model),
                        millis(figures.firstTokenMicros()),
                        millis(figures.totalMicros()),
                        figures.callMicros() == 0
                                ? null
                                : rounded(figures.outputTokens() * 1e6 / figures.callMicros())));
            }
        }
        return timings;
    }

    private static Report.@Nullable Percentiles millis(List<Double> micros) {
        return micros.isEmpty()
                ? null
                : new Report.Percentiles(
                        rounded(micros.get(0) / 1000), rounded(micros.get(1) / 1000), rounded(micros.get(2) / 1000));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private ModelId id(int model) {
        return definition.models().get(model).id();
    }

    /** The report's text. */
    static String json(Report report) {
        try {
            return EventJson.mapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }
}
