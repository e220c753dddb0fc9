package dev.assay.gateway.gate;

import dev.assay.contracts.spec.GateSpec;
import dev.assay.contracts.spec.GateSpec.Rule;
import dev.assay.contracts.spec.GateSpec.Target;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.comparison.GateReader;
import dev.assay.gateway.comparison.GateReader.Items;
import dev.assay.gateway.comparison.Side;
import dev.assay.gateway.comparison.Sides;
import dev.assay.gateway.gate.GateView.RuleView;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.gate.Gate;
import dev.assay.scoring.gate.GatePolicy;
import dev.assay.scoring.gate.GateRule;
import dev.assay.scoring.gate.GateRule.Requirement;
import dev.assay.scoring.gate.GateScores;
import dev.assay.scoring.gate.GateScores.Baseline;
import dev.assay.scoring.gate.GateVerdict;
import dev.assay.scoring.gate.GateVerdict.RuleVerdict;
import dev.assay.scoring.metric.MetricType.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds policies against runs. Thread-safe. */
final class Gates {

    private final Sides sides;
    private final GateReader reader;

    Gates(Sides sides, GateReader reader) {
        this.sides = sides;
        this.reader = reader;
    }

    /**
     * Decides.
     *
     * @param model of the run; null: its only one
     * @param baseline in the place of the policy's; null: the policy's
     * @throws Refusal if a run is not there, goes on, or has not what the policy names
     */
    GateView decide(Scope scope, String run, @Nullable String model, @Nullable String baseline, PolicyText written) {
        GateSpec policy = written.policy();
        Side candidate = candidate(scope, run, model);
        Side other = policy.needsBaseline() ? baseline(scope, candidate, baseline, written) : null;
        ended(candidate.run());
        if (other != null) {
            ended(other.run());
        }
        List<Held> held = held(candidate, other, written);
        Map<String, GateScores> scores = new HashMap<>();
        held.forEach(one -> scores.put(one.rule().metric(), one.items().scores(one.category(), number(one))));
        GateVerdict verdict =
                Gate.decide(new GatePolicy(held.stream().map(Held::rule).toList(), policy.minimumShared()), scores);
        return new GateView(
                verdict.decision(),
                verdict.decision().exitStatus(),
                candidate.label(),
                candidate.run().state(),
                other == null ? null : other.label(),
                IntStream.range(0, held.size())
                        .mapToObj(i -> view(held.get(i), verdict.rules().get(i), scores))
                        .toList());
    }

    private Side candidate(Scope scope, String run, @Nullable String model) {
        return sides.one(scope, "model", model == null ? run : run + ":" + model);
    }

    private Side baseline(Scope scope, Side candidate, @Nullable String asked, PolicyText written) {
        String name = asked != null ? asked : written.policy().baseline();
        if (name == null) {
            throw Refusal.invalid(Finding.at(
                    "baseline",
                    "a rule measures a drop, but there is nothing to measure it against",
                    "Name a run: --baseline RUN, or `baseline: RUN` in the policy, or a rule's own score."));
        }
        Side side = sides.like(scope, "baseline", name, candidate);
        if (side.label().equals(candidate.label())) {
            throw Refusal.invalid(Finding.at(
                    "baseline", "is the candidate itself, " + side.label(), "Name another run, or RUN:MODEL."));
        }
        return side;
    }

    private static void ended(StoredRun run) {
        if (!run.state().isFinal()) {
            throw Refusal.conflict("run " + run.id() + " goes on; a gate is asked when it has ended");
        }
    }

    /** A rule on all items or on those of one category, with its scores. */
    private record Held(
            Rule written, GateRule rule, @Nullable String category, Items items) {}

    private List<Held> held(Side candidate, @Nullable Side baseline, PolicyText written) {
        GateSpec policy = written.policy();
        List<Finding> findings = new ArrayList<>();
        Map<String, Optional<Items>> known = new HashMap<>();
        List<Held> held = new ArrayList<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            Rule rule = policy.rules().get(i);
            SpecPath place = SpecPath.of("rules").index(i);
            Optional<Items> items = known.computeIfAbsent(
                    rule.metric(), metric -> reader.read(candidate, baseline, metric, policy.cluster()));
            if (items.isEmpty()) {
                findings.add(Finding.of(written.document()
                        .problem(
                                place.key("metric"),
                                "is not a score of " + (baseline == null ? "the run" : "both runs") + ": "
                                        + rule.metric(),
                                "There is " + String.join(", ", reader.labels(candidate)) + ".")));
            } else if (contradicts(rule, items.get().direction())) {
                findings.add(Finding.of(written.document()
                        .problem(
                                place.key("direction"),
                                "contradicts the metric, of which "
                                        + (items.get().direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower")
                                        + " is better",
                                "Leave it out.")));
            } else {
                add(held, i, rule, items.get());
            }
        }
        if (!findings.isEmpty()) {
            throw Refusal.invalid(findings);
        }
        return held;
    }

    private static boolean contradicts(Rule rule, Direction direction) {
        Boolean higher = rule.higherIsBetter();
        return higher != null && higher != (direction == Direction.HIGHER_IS_BETTER);
    }

    private static void add(List<Held> held, int place, Rule rule, Items items) {
        if (!rule.byCategory() || items.categories().isEmpty()) {
            // Without categories the rule still holds for all items: a gate never loses a rule.
            held.add(new Held(rule, scored(place, rule, items, null), null, items));
            return;
        }
        items.categories().forEach(name -> held.add(new Held(rule, scored(place, rule, items, name), name, items)));
    }

    private static GateRule scored(int place, Rule rule, Items items, @Nullable String category) {
        return new GateRule(
                place + " " + rule.metric() + (category == null ? "" : " in " + category),
                items.direction(),
                requirement(rule.target()),
                rule.isBlocking() ? GateRule.Tier.BLOCKING : GateRule.Tier.ADVISORY,
                rule.confidence());
    }

    private static Requirement requirement(Target target) {
        return switch (target) {
            case Target.Threshold threshold -> new Requirement.Limit(threshold.score());
            case Target.MaximumDrop drop -> new Requirement.MaximumDrop(or0(drop.absolute()), or0(drop.relative()));
        };
    }

    private static double or0(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static Optional<Baseline> number(Held held) {
        return held.written().target() instanceof Target.MaximumDrop drop && drop.score() != null
                ? Optional.of(new Baseline.Number(drop.score()))
                : Optional.empty();
    }

    private static RuleView view(Held held, RuleVerdict verdict, Map<String, GateScores> scores) {
        GateScores known = scores.get(verdict.rule().metric());
        return new RuleView(
                held.written().metric(),
                held.category(),
                asked(held.written(), held.items().direction()),
                held.written().isBlocking() ? "blocking" : "advisory",
                held.written().confidence(),
                verdict.outcome(),
                verdict.items(),
                known == null ? 0 : known.gaps().map(GateScores.Gaps::missing).orElse(0L),
                verdict.change(),
                verdict.range().map(range -> range.low()).orElse(null),
                verdict.range().map(range -> range.high()).orElse(null),
                verdict.worseP(),
                verdict.itemsNeeded().orElse(null),
                verdict.reason());
    }

    private static String asked(Rule rule, Direction direction) {
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        return switch (rule.target()) {
            case Target.Threshold threshold -> (higher ? "at least " : "at most ") + threshold.score();
            case Target.MaximumDrop drop -> {
                List<String> bounds = new ArrayList<>();
                if (drop.absolute() != null) {
                    bounds.add(String.valueOf(drop.absolute()));
                }
                if (drop.relative() != null) {
                    bounds.add(drop.relative() + " of it");
                }
                yield "at most " + String.join(" and ", bounds) + (higher ? " below " : " above ")
                        + (drop.score() == null ? "the baseline" : drop.score());
            }
        };
    }
}
