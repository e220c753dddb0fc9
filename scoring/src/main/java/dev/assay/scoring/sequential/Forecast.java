package dev.assay.scoring.sequential;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many items a question will probably take, by asking it of made-up scores again and again. The same input gives the
 * same forecast.
 *
 * @param items at which half of the trials had their answer; all items if fewer had one
 * @param answered share of trials that had an answer at all
 */
public record Forecast(int items, double answered) {

    private static final int TRIALS = 101;
    private static final long SEED = 20_261_128;

    /**
     * Scores of which nothing is known but how often they are.
     *
     * @param values within the question's range
     * @param shares how often each is, summing to 1
     */
    public record Spread(double[] values, double[] shares) {

        /** Right or wrong answers: of all scores with this mean those that vary most. */
        public static Spread rightOrWrong(double mean, double minimum, double maximum) {
            double right = (mean - minimum) / (maximum - minimum);
            return new Spread(new double[] {maximum, minimum}, new double[] {right, 1 - right});
        }

        /** Differences of two models that differ on some of the items, by the whole range. */
        public static Spread differing(double difference, double discordance, double range) {
            double ahead = (discordance + difference / range) / 2;
            return new Spread(
                    new double[] {range, -range, 0}, new double[] {ahead, discordance - ahead, 1 - discordance});
        }

        private double draw(SplittableRandom random) {
            double left = random.nextDouble();
            for (int i = 0; i < values.length - 1; i++) {
                left -= shares[i];
                if (left < 0) {
                    return values[i];
                }
            }
            return values[values.length - 1];
        }
    }

    /** @param most items that there are, at least one */
    public static Forecast of(Question question, Sequential.Terms terms, int most, Spread scores) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] stops = new long[TRIALS];
        int answered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            long items = switch (question) {
                case Question.Narrower narrower -> narrow(narrower, terms, most, scores, random);
                case Question.WhichIsBetter better -> decided(better, terms, most, scores, random);
                case Question.AboveThreshold above -> decided(above, terms, most, scores, random);
            };
            stops[trial] = Math.min(items, most);
            answered += items <= most ? 1 : 0;
        }
        Arrays.sort(stops);
        return new Forecast((int) stops[TRIALS / 2], (double) answered / TRIALS);
    }

    private static long decided(
            Question question, Sequential.Terms terms, int most, Spread scores, SplittableRandom random) {
        Sequential sequential = new Sequential(question, terms);
        while (isOpen(sequential) && sequential.count() < most) {
            var unused = sequential.add(scores.draw(random));
        }
        return isOpen(sequential) ? most + 1L : sequential.count();
    }

    private static long narrow(
            Question.Narrower question, Sequential.Terms terms, int most, Spread scores, SplittableRandom random) {
        double range = question.maximum() - question.minimum();
        double[] path = new double[most];
        for (int i = 0; i < most; i++) {
            path[i] = (scores.draw(random) - question.minimum()) / range;
        }
        int items = new Narrowing(path, terms).items(question.width() / range);
        return Math.max(items, Math.max(terms.atLeast(), 1));
    }

    private static boolean isOpen(Sequential sequential) {
        return sequential.answer() == Sequential.Answer.OPEN || sequential.answer() == Sequential.Answer.EXHAUSTED;
    }
}
