package dev.assay.scoring.sequential;

import java.util.Optional;

/**
 * Decides after every item whether a question is answered.
 *
 * <p>The chance that it ever answers wrongly, over all peeks together, is at most α: {@link Answer#HIGHER} though the
 * truth is at or below the claim, {@link Answer#LOWER} though it is at or above, or an interval that misses the truth.
 * Items must come in random order; that is the only assumption, neither normality nor a plan of peeks is needed.
 *
 * <p>With a population the question is of exactly these items ("on this benchmark"), each of which comes once: what is
 * left can still change the mean by less and less, so decisions come earlier. Without one it is of questions like these.
 * Mutable, not thread-safe.
 */
public final class Sequential {

    private final Question question;
    private final double limit;
    private final long population;
    private final Optional<Wager> higher;
    private final Optional<Wager> lower;
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
        /** The interval is as narrow as wanted. */
        NARROW,
        /** All items have been seen, and the question is still open. */
        EXHAUSTED
    }

    /**
     * @param alpha the chance of a wrong answer, such as 0.05
     * @param population how many items there are in all; 0 to ask of questions like these
     */
    public Sequential(Question question, double alpha, long population) {
        if (!(alpha > 0 && alpha < 1) || population < 0) {
            throw new IllegalArgumentException("alpha " + alpha + ", population " + population);
        }
        this.question = question;
        this.limit = 2 / alpha;
        this.population = population;
        switch (question) {
            case Question.WhichIsBetter better -> {
                higher = Optional.of(new Wager(0.5, true, population));
                lower = Optional.of(new Wager(0.5, false, population));
                interval = Optional.empty();
            }
            case Question.AboveThreshold above -> {
                double claim = scaled(above.threshold());
                higher = Optional.of(new Wager(claim, true, population));
                lower = Optional.of(new Wager(claim, false, population));
                interval = Optional.empty();
            }
            case Question.Narrower narrower -> {
                higher = Optional.empty();
                lower = Optional.empty();
                interval = Optional.of(
                        new ConfidenceSequence(narrower.minimum(), narrower.maximum(), 1 - alpha, population));
            }
        }
    }

    private double scaled(double value) {
        return (value - question.minimum()) / (question.maximum() - question.minimum());
    }

    /**
     * Adds the next item.
     *
     * @param value within the question's range: a score, or a difference of scores
     * @return how the question stands; an answer once given stays, whatever comes after it
     * @throws IllegalStateException if all items of the population have been added
     */
    public Answer add(double value) {
        if (!(value >= question.minimum() && value <= question.maximum())) {
            throw new IllegalArgumentException(
                    "%s is not between %s and %s".formatted(value, question.minimum(), question.maximum()));
        }
        if (population > 0 && count == population) {
            throw new IllegalStateException("all items have been added");
        }
        count++;
        double unit = scaled(value);
        higher.ifPresent(wager -> wager.add(unit));
        lower.ifPresent(wager -> wager.add(unit));
        interval.ifPresent(sequence -> sequence.add(value));
        if (answer == Answer.OPEN) {
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
        if (question instanceof Question.Narrower narrower
                && interval.filter(sequence -> sequence.interval().width() <= narrower.width())
                        .isPresent()) {
            return Answer.NARROW;
        }
        return population > 0 && count == population ? Answer.EXHAUSTED : Answer.OPEN;
    }

    public Answer answer() {
        return answer;
    }

    /** How many items have been added. */
    public long count() {
        return count;
    }
}
