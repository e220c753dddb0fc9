package dev.assay.scoring.repeats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the scores of an item's repeats become one value of the item. All of them lie between 0 and 1 if the scores do, and a
 * repeat is right if its score is 1. Immutable.
 */
public sealed interface RepeatFold {

    /** A fold's name: {@code mean}, {@code mean@k}, {@code pass@k}, {@code pass^k}, {@code maj@k} or {@code consistency}. */
    Pattern NAME = Pattern.compile("(mean|consistency)|(mean@|pass@|pass\\^|maj@)([1-9][0-9]{0,3})");

    /**
     * One answer to the item.
     *
     * @param score its score, from 0 to 1
     * @param answer what was extracted; null if nothing was found
     */
    record Repeat(double score, @Nullable String answer) {

        boolean isRight() {
            return score == 1;
        }
    }

    /** The mean over all repeats. */
    record Mean() implements RepeatFold {}

    /** The mean of the first k. */
    record MeanOf(int k) implements RepeatFold {}

    /** The probability that at least one of k is right, unbiased over all choices of k; see {@link PassAtK#any}. */
    record AnyOf(int k) implements RepeatFold {}

    /** The probability that all of k are right; see {@link PassAtK#all}. */
    record AllOf(int k) implements RepeatFold {}

    /** The score of the most frequent of the first k answers; see {@link Repeats#majority}. */
    record MajorityOf(int k) implements RepeatFold {}

    /** The share of pairs of answers that are the same; see {@link Repeats#consistency}. */
    record Consistency() implements RepeatFold {}

    /** Reads a name; empty if it is none. */
    static Optional<RepeatFold> parse(String name) {
        Matcher match = NAME.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        if (match.group(3) == null) {
            return Optional.of(name.equals("mean") ? new Mean() : new Consistency());
        }
        int k = Integer.parseInt(match.group(3));
        return Optional.of(
                switch (match.group(2)) {
                    case "mean@" -> new MeanOf(k);
                    case "pass@" -> new AnyOf(k);
                    case "pass^" -> new AllOf(k);
                    default -> new MajorityOf(k);
                });
    }

    /** How many repeats it needs at least. */
    default int least() {
        return switch (this) {
            case Mean() -> 1;
            case MeanOf(int k) -> k;
            case AnyOf(int k) -> k;
            case AllOf(int k) -> k;
            case MajorityOf(int k) -> k;
            case Consistency() -> 1;
        };
    }

    /** Whether it compares the answers themselves, so that a missing one could have been any. */
    default boolean needsAnswers() {
        return switch (this) {
            case Mean mean -> false;
            case MeanOf first -> false;
            case AnyOf any -> false;
            case AllOf all -> false;
            case MajorityOf majority -> true;
            case Consistency consistency -> true;
        };
    }

    /** The item's value, from its repeats in their order; empty if there are too few. */
    default OptionalDouble of(List<Repeat> repeats) {
        if (repeats.size() < least()) {
            return OptionalDouble.empty();
        }
        int right = (int) repeats.stream().filter(Repeat::isRight).count();
        return OptionalDouble.of(
                switch (this) {
                    case Mean() -> Repeats.mean(scores(repeats), repeats.size());
                    case MeanOf(int k) -> Repeats.mean(scores(repeats), k);
                    case AnyOf(int k) -> PassAtK.any(repeats.size(), right, k);
                    case AllOf(int k) -> PassAtK.all(repeats.size(), right, k);
                    case MajorityOf(int k) -> majority(repeats, k);
                    case Consistency() -> answers(repeats).consistency();
                });
    }

    /** What none was found in votes for nothing; where nothing was found at all, every score is the worst, so the first. */
    private static double majority(List<Repeat> repeats, int k) {
        Optional<String> winner = answers(repeats).majority(k);
        return repeats.stream()
                .filter(repeat -> winner.isEmpty() || winner.get().equals(repeat.answer()))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private static Repeats answers(List<Repeat> repeats) {
        return new Repeats(repeats.stream()
                .map(repeat -> Optional.ofNullable(repeat.answer()))
                .toList());
    }

    private static double[] scores(List<Repeat> repeats) {
        return repeats.stream().mapToDouble(Repeat::score).toArray();
    }
}
