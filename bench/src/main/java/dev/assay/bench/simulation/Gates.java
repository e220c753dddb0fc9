package dev.assay.bench.simulation;

import dev.assay.bench.simulation.Findings.Finding;
import dev.assay.scoring.gate.Gate;
import dev.assay.scoring.gate.GatePolicy;
import dev.assay.scoring.gate.GateRule;
import dev.assay.scoring.gate.GateScores;
import dev.assay.scoring.gate.GateVerdict.Decision;
import dev.assay.scoring.metric.MetricType.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A gate on 2000 items, on 6 % of which two models differ. */
final class Gates {

    private static final int ITEMS = 2000;
    private static final double DISCORDANCE = 0.06;

    private final Draws draws;
    private final double effort;
    private final List<Finding> findings = new ArrayList<>();

    Gates(long seed, double effort) {
        this.draws = new Draws(new SplittableRandom(seed + 3));
        this.effort = effort;
    }

    List<Finding> findings() {
        for (double tolerated : new double[] {0.01, 0.02}) {
            String setting = "tolerated drop " + Findings.percent(tolerated) + ", ";
            findings.add(Findings.atLeast(
                    "gate: NO-GO", setting + "true drop 2 %", share(Decision.NO_GO, 1, tolerated, 0.02), 0.9));
            findings.add(Findings.atMost(
                    "gate: GO", setting + "true drop 2 %", share(Decision.GO, 1, tolerated, 0.02), 0.05));
            findings.add(Findings.atMost(
                    "gate: NO-GO", setting + "no change", share(Decision.NO_GO, 1, tolerated, 0), 0.05));
            findings.add(Findings.remark(
                    "gate: GO", setting + "no change", Findings.percent(share(Decision.GO, 1, tolerated, 0))));
        }
        findings.add(Findings.atMost(
                "gate of five metrics: NO-GO",
                "tolerated drop 2 %, no change",
                share(Decision.NO_GO, 5, 0.02, 0),
                0.05));
        return findings;
    }

    private double share(Decision wanted, int metrics, double tolerated, double drop) {
        List<GateRule> rules = IntStream.range(0, metrics)
                .mapToObj(m -> new GateRule(
                        "metric" + m,
                        Direction.HIGHER_IS_BETTER,
                        GateRule.Requirement.MaximumDrop.absolute(tolerated),
                        GateRule.Tier.BLOCKING,
                        0.95))
                .toList();
        GatePolicy policy = GatePolicy.of(rules);
        return Findings.share((int) (effort * (metrics > 1 ? 400 : 1000)), i -> {
            Map<String, GateScores> scores = new HashMap<>();
            rules.forEach(rule -> scores.put(rule.metric(), scores(drop)));
            return Gate.decide(policy, scores).decision() == wanted;
        });
    }

    private GateScores scores(double drop) {
        Map<String, double[]> candidate = new HashMap<>();
        Map<String, double[]> baseline = new HashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            double flip = draws.flip(-drop, DISCORDANCE);
            double same = draws.bit(0.7);
            candidate.put("item" + i, new double[] {flip == 0 ? same : flip > 0 ? 1 : 0});
            baseline.put("item" + i, new double[] {flip == 0 ? same : flip > 0 ? 0 : 1});
        }
        return new GateScores(candidate, Optional.of(new GateScores.Baseline.Items(baseline)), Map.of());
    }
}
