package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often judges prefer the same answer of the same pair.
 *
 * <p>Source: FastChat, {@code llm_judge/compute_agreement.py}. Pairs of votes are counted, not questions. Votes for the
 * same question and models in either order are compared. Stateless.
 */
public final class VoteAgreement {

    private VoteAgreement() {}

    /** What ties do. */
    public enum Ties {
        /** Two ties agree, a tie and a preference do not. */
        COUNT,
        /** Pairs of votes with a tie are left out. */
        LEAVE_OUT
    }

    /** One judge's vote. @param question what was asked, with the turn if there are several */
    public record Vote(String question, String modelA, String modelB, Outcome outcome) {}

    /**
     * What was counted.
     *
     * @param agreeing pairs of votes
     * @param total pairs of votes that could be compared
     */
    public record Count(int agreeing, int total) {}

    /**
     * A judge's votes against those of others, of whom any number may have voted on a pair.
     *
     * @throws IllegalArgumentException if the judge voted twice on a pair on which others voted
     */
    public static Count between(List<Vote> judge, List<Vote> others, Ties ties) {
        Map<List<String>, List<Outcome>> theirs = byPair(others);
        Count count = new Count(0, 0);
        for (Map.Entry<List<String>, List<Outcome>> entry : byPair(judge).entrySet()) {
            List<Outcome> compared = theirs.getOrDefault(entry.getKey(), List.of());
            if (compared.isEmpty()) {
                continue;
            }
            if (entry.getValue().size() != 1) {
                throw new IllegalArgumentException("two votes of one judge on one pair");
            }
            for (Outcome other : compared) {
                count = with(count, entry.getValue().getFirst(), other, ties);
            }
        }
        return count;
    }

    /** All votes of a group of judges on the same pair against each other. */
    public static Count within(List<Vote> votes, Ties ties) {
        Count count = new Count(0, 0);
        for (List<Outcome> outcomes : byPair(votes).values()) {
            for (int i = 0; i < outcomes.size(); i++) {
                for (int j = i + 1; j < outcomes.size(); j++) {
                    count = with(count, outcomes.get(i), outcomes.get(j), ties);
                }
            }
        }
        return count;
    }

    private static Count with(Count count, Outcome one, Outcome other, Ties ties) {
        if (ties == Ties.LEAVE_OUT && (one == Outcome.TIE || other == Outcome.TIE)) {
            return count;
        }
        return new Count(count.agreeing() + (one == other ? 1 : 0), count.total() + 1);
    }

    private static Map<List<String>, List<Outcome>> byPair(List<Vote> votes) {
        Map<List<String>, List<Outcome>> pairs = new LinkedHashMap<>();
        for (Vote vote : votes) {
            boolean inOrder = vote.modelA().compareTo(vote.modelB()) < 0;
            List<String> pair = inOrder
                    ? List.of(vote.question(), vote.modelA(), vote.modelB())
                    : List.of(vote.question(), vote.modelB(), vote.modelA());
            pairs.computeIfAbsent(pair, p -> new ArrayList<>())
                    .add(inOrder ? vote.outcome() : vote.outcome().swapped());
        }
        return pairs;
    }
}
