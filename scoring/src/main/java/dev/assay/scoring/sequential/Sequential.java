package dev.assay.scoring.sequential;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides after every item whether a question is answered.
 *
 * <p>The chance that it ever answers wrongly, over all peeks together, is at most α: {@link Answer#HIGHER} though the
 * truth is at or below the claim, {@link Answer#LOWER} though it is at or above, {@link Answer#CLOSE} though it is
 * further from it than what does not matter, or an interval that misses the truth. Items must come in random order; that
 * is the only assumption, neither normality nor a plan of peeks is needed.
 *
 * <p>With a population the question is of exactly these items ("on this benchmark"), each of which comes once: what is
 * left can still change the mean by less and less, so decisions come earlier. Without one it is of questions like these.
 * Mutable, not thread-safe.
 */
public final class Sequential {

    private final Question question;
    private final Terms terms;
    private final double limit;
    private final Optional<Wager> higher;
    private final Optional<Wager> lower;
    private final Optional<Nearness> nearness;
    private final Optional<ConfidenceSequence> interval;
    private Answer answer = Answer.OPEN;
    private long count;

    /** How a question stands. */
    public enum Answer {
        /** Not answered yet. */
        OPEN,
        /** The first is better; the mean is above the threshold. */
        HIGHER,
        /** The second is better; the mean is below the threshold. */
        LOWER,
        /** The mean is nearer to the threshold than what matters. */
        CLOSE,
        /** The interval is as narrow as wanted. */
        NARROW,
        /** All items have been seen, and the question is still open. */
        EXHAUSTED
    }

    /**
     * On which terms a question is answered.
     *
     * @param alpha the chance of a wrong answer, such as 0.05
     * @param population how many items there are in all; 0 to ask of questions like these
     * @param atLeast no answer before so many items
     * @param nearness a distance from the threshold that does not matter; empty: every distance does
     */
    public record Terms(double alpha, long population, long atLeast, OptionalDouble nearness) {

        public Terms {
            boolean near = nearness.isEmpty() || nearness.getAsDouble() > 0;
            if (!(alpha > 0 && alpha < 1) || population < 0 || atLeast < 0 || !near) {
                throw new IllegalArgumentException("alpha %s, population %s, at least %s, nearness %s"
                        .formatted(alpha, population, atLeast, nearness));
            }
        }

        /** An answer may come at once, and every distance matters. */
        public static Terms of(double alpha, long population) {
            return new Terms(alpha, population, 0, OptionalDouble.empty());
        }

        /** The same for one of several questions, of which none is to be answered wrongly (Bonferroni). */
        public Terms oneOf(int questions) {
            return new Terms(alpha / questions, population, atLeast, nearness);
        }
    }

    public Sequential(Question question, Terms terms) {
        this.question = question;
        this.terms = terms;
        this.limit = 2 / terms.alpha();
        OptionalDouble threshold = question.threshold();
        if (threshold.isPresent()) {
            double claim = scaled(threshold.getAsDouble());
            higher = Optional.of(new Wager(claim, true, terms.population()));
            lower = Optional.of(new Wager(claim, false, terms.population()));
            nearness = terms.nearness().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Nearness.of(claim, share(terms.nearness().getAsDouble()), terms.population()));
        } else {
            higher = Optional.empty();
            lower = Optional.empty();
            nearness = Optional.empty();
        }
        interval = question instanceof Question.Narrower ? Optional.of(sequence()) : Optional.empty();
    }

    /**
     * @param alpha the chance of a wrong answer, such as 0.05
     * @param population how many items there are in all; 0 to ask of questions like these
     */
    public Sequential(Question question, double alpha, long population) {
        this(question, Terms.of(alpha, population));
    }

    /** An interval of the question's mean that holds at all times with the confidence of its answers; nothing is added yet. */
    ConfidenceSequence sequence() {
        return new ConfidenceSequence(question.minimum(), question.maximum(), 1 - terms.alpha(), terms.population());
    }

    private double scaled(double value) {
        return share(value - question.minimum());
    }

    private double share(double distance) {
        return distance / (question.maximum() - question.minimum());
    }

    /**
     * Adds the next item.
     *
     * @param value within the question's range: a score, or a difference of scores
     * @return how the question stands; an answer once given stays, whatever comes after it
     * @throws IllegalStateException if all items of the population have been added
     */
    public Answer add(double value) {
        return add(value, value);
    }

    /**
     * Adds the next item, of whose value only the bounds are known: whatever it is, no answer is more often wrong. An item
     * that is missing has the question's whole range.
     *
     * @return how the question stands
     * @throws IllegalStateException if all items of the population have been added
     */
    public Answer add(double least, double greatest) {
        if (!(least >= question.minimum() && least <= greatest && greatest <= question.maximum())) {
            throw new IllegalArgumentException("%s to %s is not between %s and %s"
                    .formatted(least, greatest, question.minimum(), question.maximum()));
        }
        if (terms.population() > 0 && count == terms.population()) {
            throw new IllegalStateException("all items have been added");
        }
        count++;
        double low = scaled(least);
        double high = scaled(greatest);
        higher.ifPresent(wager -> wager.add(low));
        lower.ifPresent(wager -> wager.add(high));
        nearness.ifPresent(near -> near.add(low, high));
        interval.ifPresent(sequence -> sequence.add(least, greatest));
        if (answer == Answer.OPEN && count >= terms.atLeast()) {
            answer = answerNow();
        }
        return answer;
    }

    private Answer answerNow() {
        if (higher.filter(wager -> wager.best() >= limit).isPresent()) {
            return Answer.HIGHER;
        }
        if (lower.filter(wager -> wager.best() >= limit).isPresent()) {
            return Answer.LOWER;
        }
        if (nearness.filter(near -> near.isSure(limit)).isPresent()) {
            return Answer.CLOSE;
        }
        if (question instanceof Question.Narrower narrower
                && interval.filter(sequence -> sequence.interval().width() <= narrower.width())
                        .isPresent()) {
            return Answer.NARROW;
        }
        return terms.population() > 0 && count == terms.population() ? Answer.EXHAUSTED : Answer.OPEN;
    }

    public Answer answer() {
        return answer;
    }

    /** How many items have been added. */
    public long count() {
        return count;
    }
}
