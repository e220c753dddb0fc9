package dev.assay.scoring.gate;

import dev.assay.scoring.comparison.MultipleTesting;
import dev.assay.scoring.comparison.PairedScores;
import dev.assay.scoring.gate.GateRule.Requirement;
import dev.assay.scoring.gate.GateScores.Baseline;
import dev.assay.scoring.gate.GateScores.Gaps;
import dev.assay.scoring.gate.GateVerdict.Decision;
import dev.assay.scoring.gate.GateVerdict.Outcome;
import dev.assay.scoring.gate.GateVerdict.RuleVerdict;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.NormalDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Holds a policy against scores. Pure.
 *
 * <p>A rule with the tolerated drop M and confidence 1 - α asks two questions of the mean change. Is it surely above -M?
 * Then PASS: a candidate worse than tolerated passes with probability at most α. Else, is it surely below 0? Then BREACH:
 * a candidate that is not worse is blocked with probability at most α, over all blocking rules together (Holm). Else
 * INSUFFICIENT: the items at hand cannot tell a tolerable candidate from one that is not. With more items every drop
 * other than M itself comes out as PASS or BREACH. A tolerance of 0 can pass only a candidate that is surely better.
 *
 * <p>GO needs every blocking rule to pass, which needs no correction for their number.
 *
 * <p>Where scores are missing ({@link GateScores.Gaps}), PASS must hold with the worst that they could have been, and
 * BREACH with the best; what holds only for the scores at hand is INSUFFICIENT. Too many missing ones (the policy's
 * minimum of shared items) are INSUFFICIENT anyway.
 */
public final class Gate {

    private static final double POWER = 0.8;

    private Gate() {}

    /**
     * Decides.
     *
     * @param scores by metric
     */
    public static GateVerdict decide(GatePolicy policy, Map<String, GateScores> scores) {
        List<RuleVerdict> seen = verdicts(policy, scores);
        if (scores.values().stream().noneMatch(known -> known.gaps().isPresent())) {
            return new GateVerdict(overall(seen), seen);
        }
        List<RuleVerdict> worst = verdicts(policy, filled(scores, Gaps::worst));
        List<RuleVerdict> best = verdicts(policy, filled(scores, Gaps::best));
        List<RuleVerdict> bounded = IntStream.range(0, seen.size())
                .mapToObj(i -> bounded(seen.get(i), worst.get(i), best.get(i), scores))
                .toList();
        return new GateVerdict(overall(bounded), bounded);
    }

    private static Map<String, GateScores> filled(
            Map<String, GateScores> scores, Function<Gaps, Optional<GateScores>> how) {
        Map<String, GateScores> filled = new HashMap<>(scores);
        filled.replaceAll((metric, known) -> known.gaps().flatMap(how).orElse(known));
        return filled;
    }

    private static RuleVerdict bounded(
            RuleVerdict seen, RuleVerdict worst, RuleVerdict best, Map<String, GateScores> scores) {
        Optional<Gaps> gaps =
                Optional.ofNullable(scores.get(seen.rule().metric())).flatMap(GateScores::gaps);
        if (gaps.isEmpty()) {
            return seen;
        }
        boolean holds = switch (seen.outcome()) {
            case PASS -> gaps.get().worst().isPresent() && worst.outcome() == Outcome.PASS;
            case BREACH -> gaps.get().best().isPresent() && best.outcome() == Outcome.BREACH;
            case INSUFFICIENT -> true;
        };
        return holds
                ? seen
                : seen.undecided("%s, but %d missing scores could change that"
                        .formatted(seen.reason(), gaps.get().missing()));
    }

    private static List<RuleVerdict> verdicts(GatePolicy policy, Map<String, GateScores> scores) {
        List<Case> cases = policy.rules().stream()
                .map(rule -> Case.of(rule, Optional.ofNullable(scores.get(rule.metric())), policy.minimumShared()))
                .toList();
        List<Case> blocking = cases.stream().filter(Case::isDecidedAndBlocking).toList();
        double[] adjusted = MultipleTesting.HOLM.adjusted(
                blocking.stream().mapToDouble(c -> c.worse().worseP()).toArray());
        List<RuleVerdict> verdicts = new ArrayList<>();
        for (Case one : cases) {
            int place = blocking.indexOf(one);
            verdicts.add(
                    one.problem().isPresent()
                            ? missing(one)
                            : verdict(one, place < 0 ? one.worse().worseP() : adjusted[place]));
        }
        return verdicts;
    }

    private static Decision overall(List<RuleVerdict> verdicts) {
        List<Outcome> blocking = verdicts.stream()
                .filter(v -> v.rule().tier() == GateRule.Tier.BLOCKING)
                .map(RuleVerdict::outcome)
                .toList();
        if (blocking.contains(Outcome.BREACH)) {
            return Decision.NO_GO;
        }
        return blocking.contains(Outcome.INSUFFICIENT) ? Decision.INCONCLUSIVE : Decision.GO;
    }

    private static RuleVerdict missing(Case one) {
        return new RuleVerdict(
                one.rule(),
                Outcome.INSUFFICIENT,
                one.worse().items(),
                one.worse().items() == 0 ? 0 : one.worse().mean(),
                Optional.empty(),
                1,
                Optional.empty(),
                one.problem().orElseThrow());
    }

    private static RuleVerdict verdict(Case one, double worseP) {
        GateRule rule = one.rule();
        boolean passes = one.tolerated().stream()
                .allMatch(t -> t.range(rule.confidence()).low() >= 0);
        Outcome outcome = passes ? Outcome.PASS : worseP <= rule.alpha() ? Outcome.BREACH : Outcome.INSUFFICIENT;
        Interval range = one.worse().range(rule.confidence());
        String reason = switch (outcome) {
            case PASS -> "not worse than tolerated";
            case BREACH -> "worse, and not shown to be within what is tolerated";
            case INSUFFICIENT -> "not shown to be within what is tolerated, nor to be worse";
        };
        return new RuleVerdict(
                rule,
                outcome,
                one.worse().items(),
                one.worse().mean(),
                Optional.of(range),
                worseP,
                outcome == Outcome.INSUFFICIENT ? needed(one) : Optional.empty(),
                reason);
    }

    /** Items with which an unchanged candidate would pass with power 0.8: n × ((z + z') × standard error / margin)². */
    private static Optional<Long> needed(Case one) {
        double z = NormalDistribution.upperQuantile(one.rule().alpha()) + NormalDistribution.upperQuantile(1 - POWER);
        double margin = one.tolerated().stream()
                .mapToDouble(t -> t.mean() - one.worse().mean())
                .min()
                .orElse(0);
        double ratio = z * one.worse().standardError() / margin;
        return margin > 0 && ratio > 0
                ? Optional.of((long) Math.ceil(one.worse().items() * ratio * ratio))
                : Optional.empty();
    }

    /**
     * A rule with its evidence.
     *
     * @param worse changes whose mean is below 0 if the candidate is worse
     * @param tolerated changes whose means are above 0 if it is within what is tolerated
     * @param problem why nothing can be said
     */
    private record Case(GateRule rule, Evidence worse, List<Evidence> tolerated, Optional<String> problem) {

        boolean isDecidedAndBlocking() {
            return problem.isEmpty() && rule.tier() == GateRule.Tier.BLOCKING;
        }

        static Case of(GateRule rule, Optional<GateScores> known, double minimumShared) {
            if (known.isEmpty()) {
                return impossible(rule, "there are no scores of " + rule.metric());
            }
            GateScores scores = known.get();
            Case one = switch (rule.requirement()) {
                case Requirement.Limit limit -> alone(rule, scores, limit.value(), 0);
                case Requirement.MaximumDrop drop -> against(rule, scores, drop, minimumShared);
            };
            return one.problem.isEmpty() && !one.worse.isEnough()
                    ? impossible(rule, "fewer than two items, or clusters, have scores")
                    : one;
        }

        private static Case impossible(GateRule rule, String problem) {
            return new Case(rule, Evidence.of(new double[0], List.of()), List.of(), Optional.of(problem));
        }

        private static Case against(
                GateRule rule, GateScores scores, Requirement.MaximumDrop drop, double minimumShared) {
            if (scores.baseline().isEmpty()) {
                return impossible(rule, "there is no baseline for " + rule.metric());
            }
            return switch (scores.baseline().get()) {
                case Baseline.Number number ->
                    alone(rule, scores, number.score(), tolerance(drop, Math.abs(number.score())));
                case Baseline.Items items -> paired(rule, scores, items.scores(), drop, minimumShared);
            };
        }

        private static double tolerance(Requirement.MaximumDrop drop, double score) {
            double relative = drop.relative() * score;
            return drop.relative() == 0
                    ? drop.absolute()
                    : drop.absolute() == 0 ? relative : Math.min(drop.absolute(), relative);
        }

        private static Case alone(GateRule rule, GateScores scores, double target, double tolerance) {
            // Pairing with itself averages repeats and looks up clusters in one place.
            PairedScores own = PairedScores.of(scores.candidate(), scores.candidate(), scores.clusterOf());
            Evidence distance = distance(rule, own, target);
            return new Case(rule, distance, List.of(distance.raised(tolerance)), Optional.empty());
        }

        private static Evidence distance(GateRule rule, PairedScores own, double target) {
            double[] changes = Arrays.stream(own.first())
                    .map(x -> rule.sign() * (x - target))
                    .toArray();
            boolean isShare = own.isBinary() && target > 0 && target < 1;
            double limit = !isShare ? Double.NaN : rule.sign() > 0 ? target : 1 - target;
            return Evidence.ofDistances(changes, own.clusters(), limit);
        }

        private static Case paired(
                GateRule rule,
                GateScores scores,
                Map<String, double[]> baseline,
                Requirement.MaximumDrop drop,
                double minimumShared) {
            PairedScores pairs = PairedScores.of(scores.candidate(), baseline, scores.clusterOf());
            long wanted = baseline.values().stream().filter(s -> s.length > 0).count();
            if (pairs.size() < minimumShared * wanted) {
                return impossible(rule, "%d of the baseline's %d items have scores".formatted(pairs.size(), wanted));
            }
            List<Evidence> tolerated = new ArrayList<>();
            if (drop.relative() == 0 || drop.absolute() > 0) {
                tolerated.add(changes(rule, pairs, 0).raised(drop.absolute()));
            }
            if (drop.relative() > 0) {
                tolerated.add(changes(rule, pairs, drop.relative()));
            }
            return new Case(rule, changes(rule, pairs, 0), tolerated, Optional.empty());
        }

        /** Candidate against a baseline made worse by a share of itself, so that the baseline's own error counts too. */
        private static Evidence changes(GateRule rule, PairedScores pairs, double share) {
            double[] changes = new double[pairs.size()];
            for (int i = 0; i < changes.length; i++) {
                double second = pairs.second()[i];
                changes[i] = rule.sign() * (pairs.first()[i] - second) + share * Math.abs(second);
            }
            return Evidence.of(changes, pairs.clusters());
        }
    }
}
