package dev.assay.gateway.report;

import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.gateway.judging.JudgeReport;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.subgroups.SubgroupReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that a report is made from. Maps go by the position of the model in the run.
 *
 * @param codeVersion of this installation
 * @param outcomes samples that have one
 * @param counted those of them that the results are made of
 */
record ReportInputs(
        StoredRun run,
        String codeVersion,
        List<MetricAggregate> aggregates,
        List<VariantAggregate> variants,
        Map<Integer, AttemptCosts> costs,
        Map<Integer, SortedMap<String, Long>> failures,
        Map<Integer, Long> outcomes,
        Map<Integer, Long> counted,
        Report.Spend spend,
        Map<Integer, TimingFigures> timing,
        List<JudgeReport> judges,
        List<SubgroupReport> subgroups) {

    ReportInputs {
        aggregates = List.copyOf(aggregates);
        variants = List.copyOf(variants);
        costs = Map.copyOf(costs);
        failures = Map.copyOf(failures);
        outcomes = Map.copyOf(outcomes);
        counted = Map.copyOf(counted);
        timing = Map.copyOf(timing);
        judges = List.copyOf(judges);
        subgroups = List.copyOf(subgroups);
    }

    /** Ledger entries of one model's recorded attempts. */
    record AttemptCosts(BigDecimal amount, long unpriced, long inputTokens, long outputTokens) {

        static final AttemptCosts NONE = new AttemptCosts(BigDecimal.ZERO, 0, 0, 0);
    }

    /** One model's answered samples, in microseconds; a list is empty where nothing was measured. */
    record TimingFigures(List<Double> firstTokenMicros, List<Double> totalMicros, long outputTokens, long callMicros) {}
}
