package dev.assay.scoring.board;

import dev.assay.scoring.agreement.TwoRaters;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.VoteAgreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far judges agree with people on pairs of answers on which both have voted. Votes on questions without a name
 * cannot be compared. Of a judge's several votes on a pair, the last counts. Stateless.
 */
final class VoterAgreement {

    private VoterAgreement() {}

    /** A question, and two models by name. */
    private record Pair(String question, String first, String second) {}

    static List<Board.Agreement> of(List<Vote> votes) {
        Map<Pair, List<Outcome>> people = new LinkedHashMap<>();
        Map<String, Map<Pair, Outcome>> judges = new TreeMap<>();
        for (Vote vote : votes) {
            String question = vote.question();
            if (question == null) {
                continue;
            }
            boolean inOrder = vote.modelA().compareTo(vote.modelB()) < 0;
            Pair pair = inOrder
                    ? new Pair(question, vote.modelA(), vote.modelB())
                    : new Pair(question, vote.modelB(), vote.modelA());
            Outcome outcome =
                    inOrder ? vote.winner().outcome() : vote.winner().outcome().swapped();
            switch (vote.voter()) {
                case PERSON ->
                    people.computeIfAbsent(pair, p -> new ArrayList<>()).add(outcome);
                case JUDGE ->
                    judges.computeIfAbsent(vote.by(), j -> new LinkedHashMap<>())
                            .put(pair, outcome);
                case UNKNOWN -> {}
            }
        }
        List<Board.Agreement> found = new ArrayList<>();
        judges.forEach((judge, verdicts) -> found.add(between(judge, verdicts, people)));
        return found.stream().filter(agreement -> agreement.compared() > 0).toList();
    }

    private static Board.Agreement between(String judge, Map<Pair, Outcome> verdicts, Map<Pair, List<Outcome>> people) {
        List<VoteAgreement.Vote> judged = new ArrayList<>();
        List<VoteAgreement.Vote> voted = new ArrayList<>();
        List<Outcome> first = new ArrayList<>();
        List<Outcome> second = new ArrayList<>();
        verdicts.forEach((pair, verdict) -> {
            judged.add(vote(pair, verdict));
            for (Outcome outcome : people.getOrDefault(pair, List.of())) {
                voted.add(vote(pair, outcome));
                first.add(verdict);
                second.add(outcome);
            }
        });
        VoteAgreement.Count all = VoteAgreement.between(judged, voted, VoteAgreement.Ties.COUNT);
        VoteAgreement.Count decided = VoteAgreement.between(judged, voted, VoteAgreement.Ties.LEAVE_OUT);
        OptionalDouble kappa =
                new TwoRaters<>(first, second).cohen(TwoRaters.Weights.NONE).asValue();
        return new Board.Agreement(
                judge,
                all.total(),
                all.agreeing(),
                decided.total(),
                decided.agreeing(),
                kappa.isPresent() ? kappa.getAsDouble() : null);
    }

    private static VoteAgreement.Vote vote(Pair pair, Outcome outcome) {
        return new VoteAgreement.Vote(pair.question(), pair.first(), pair.second(), outcome);
    }
}
