package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.Verdict.Preference;
import dev.assay.scoring.judge.Verdict.Rating;
import java.util.List;
import java.util.Optional;

/**
 * Two models' answers to one question, judged in both orders.
 *
 * @param question what was asked
 * @param first a model
 * @param second another model
 * @param asGiven the verdict with the first model's answer shown first
 * @param swapped the verdict with the second model's answer shown first
 */
public record SwappedPair(String question, String first, String second, Verdict asGiven, Verdict swapped) {

    public SwappedPair {
        if (first.equals(second)) {
            throw new IllegalArgumentException("a pair needs two models");
        }
        for (Verdict verdict : List.of(asGiven, swapped)) {
            switch (verdict) {
                case Preference preference -> {}
                case Verdict.Unreadable unreadable -> {}
                case Rating rating -> throw new IllegalArgumentException("a rating compares nothing");
                case Verdict.Grades grades -> throw new IllegalArgumentException("grades compare nothing");
            }
        }
    }

    /** What both orders say together. */
    public sealed interface Resolution {

        /** Both orders agree. @param outcome A is the first model */
        record Agreed(Outcome outcome) implements Resolution {}

        /** The verdict depends on the order: it counts as a tie. @param place the place that was favoured */
        record Contradiction(Place place) implements Resolution {}

        /** A verdict is missing: no vote. */
        record Missing() implements Resolution {}
    }

    /** Which place an order-dependent verdict favours. */
    public enum Place {
        /** The answer that was shown first, in one or both orders. */
        FIRST,
        /** The answer that was shown second. */
        SECOND
    }

    /** What both orders say. A preference in one order and a tie in the other contradict each other too. */
    public Resolution resolve() {
        Optional<Outcome> given = outcome(asGiven);
        Optional<Outcome> other = outcome(swapped);
        if (given.isEmpty() || other.isEmpty()) {
            return new Resolution.Missing();
        }
        if (given.get() == other.get().swapped()) {
            return new Resolution.Agreed(given.get());
        }
        // In units of half a win for the place shown first; not 0, since the verdicts would agree then.
        double forFirst = given.get().scoreOfA() + other.get().scoreOfA() - 1;
        return new Resolution.Contradiction(forFirst > 0 ? Place.FIRST : Place.SECOND);
    }

    /** The vote that results: the verdict if both orders agree, a tie if they contradict each other, else none. */
    public Optional<Battle> vote() {
        return switch (resolve()) {
            case Resolution.Agreed agreed -> Optional.of(new Battle(first, second, agreed.outcome()));
            case Resolution.Contradiction contradiction -> Optional.of(new Battle(first, second, Outcome.TIE));
            case Resolution.Missing missing -> Optional.empty();
        };
    }

    /** The vote that one order alone would have given, for comparison. */
    public Optional<Battle> unswappedVote() {
        return outcome(asGiven).map(outcome -> new Battle(first, second, outcome));
    }

    private static Optional<Outcome> outcome(Verdict verdict) {
        return verdict instanceof Preference preference ? Optional.of(preference.outcome()) : Optional.empty();
    }
}
