package dev.assay.gateway.report;

import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.gateway.runs.StoredRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Estimates what a run did not spend, since its question was answered. Pure functions. */
final class Savings {

    private static final int MONEY_DIGITS = 12;
    private static final String METHOD =
            "each sample that was not asked taken to cost what the asked ones of its model cost"
                    + " on average, and to need as many calls as those of the run";

    private Savings() {}

    static Report.Saved of(ReportInputs inputs) {
        StoredRun run = inputs.run();
        RunDefinition definition = run.definition();
        long saved = 0;
        @Nullable BigDecimal money = BigDecimal.ZERO;
        for (int model = 0; model < definition.models().size(); model++) {
            if (run.standing().isStopped(definition.models().get(model).id())) {
                long left = definition.samplesPerModel() - inputs.outcomes().getOrDefault(model, 0L);
                saved += left;
                money = plus(money, inputs, model, left);
            }
        }
        long asked =
                inputs.outcomes().values().stream().mapToLong(Long::longValue).sum();
        double callsEach = asked == 0 ? 1 : (double) inputs.spend().calls() / asked;
        return new Report.Saved(
                definition.samples(),
                asked,
                saved,
                Math.round(saved * callsEach),
                money == null ? null : new Money(run.currency(), money),
                METHOD);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, ReportInputs inputs, int model, long left) {
        ReportInputs.AttemptCosts costs = inputs.costs().getOrDefault(model, ReportInputs.AttemptCosts.NONE);
        long counted = inputs.counted().getOrDefault(model, 0L);
        if (sum == null || costs.unpriced() > 0 || counted == 0) {
            return null;
        }
        BigDecimal all = costs.amount().multiply(BigDecimal.valueOf(left));
        return sum.add(all.divide(BigDecimal.valueOf(counted), MONEY_DIGITS, RoundingMode.HALF_EVEN));
    }
}
