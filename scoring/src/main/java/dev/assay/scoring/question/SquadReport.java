package dev.assay.scoring.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What SQuAD's official v2 script says of a data set, in percent.
 *
 * <p>Source: {@code evaluate-v2.0.py}. A question whose no-answer probability is above the threshold counts as not
 * answered: right if it has no answer. Range 0 to 100, higher is better.
 *
 * @param all over all questions
 * @param answerable over those with an answer; empty if there are none
 * @param unanswerable over those without; empty if there are none
 * @param best what the best threshold would give; empty if no probabilities are known
 * @param averagePrecision of ranking by the probabilities; empty if none are known or no question has an answer
 */
public record SquadReport(
        Share all,
        Optional<Share> answerable,
        Optional<Share> unanswerable,
        Optional<Best> best,
        Optional<AveragePrecision> averagePrecision) {

    /**
     * Scores of some of the questions, in percent.
     *
     * @param total how many they are
     */
    public record Share(double exact, double f1, int total) {}

    /**
     * The highest scores that a threshold on these questions could reach, in percent; optimistic, since it was chosen on
     * the data it is judged by.
     *
     * @param exactThreshold the least threshold that reaches {@code exact}; 0: answer nothing
     * @param f1Threshold the least threshold that reaches {@code f1}
     */
    public record Best(double exact, double exactThreshold, double f1, double f1Threshold) {}

    /**
     * Average precision when questions are answered in order of rising no-answer probability, in percent.
     *
     * @param oracle what a system with only right answers would reach with these probabilities
     */
    public record AveragePrecision(double exact, double f1, double oracle) {}

    /**
     * Scores a data set.
     *
     * @param questions in the data set's order, which decides between equal probabilities
     * @param threshold above which probability a question counts as not answered; the script's default is 1
     * @throws IllegalArgumentException if there are no questions, or only some have probabilities
     */
    public static SquadReport of(List<SquadQuestion> questions, double threshold) {
        long known = questions.stream()
                .filter(q -> q.noAnswerProbability().isPresent())
                .count();
        if (questions.isEmpty() || (known != 0 && known != questions.size())) {
            throw new IllegalArgumentException("questions are needed, and probabilities for all of them or for none");
        }
        List<ScoredQuestion> scored = questions.stream().map(ScoredQuestion::of).toList();
        return new SquadReport(
                share(scored, threshold, q -> true).orElseThrow(),
                share(scored, threshold, ScoredQuestion::answerable),
                share(scored, threshold, q -> !q.answerable()),
                known == 0 ? Optional.empty() : Optional.of(best(scored)),
                known == 0 ? Optional.empty() : averagePrecision(scored));
    }

    /**
     * Scores a data set by SQuAD v1.1, which has no questions without answer.
     *
     * @return empty if no question has an answer; others are left out
     */
    public static Optional<Share> ofVersion1(List<SquadQuestion> questions) {
        List<ScoredQuestion> scored = questions.stream()
                .filter(SquadQuestion::isAnswerable)
                .map(ScoredQuestion::ofVersion1)
                .toList();
        return share(scored, 1, q -> true);
    }

    private static Optional<Share> share(
            List<ScoredQuestion> scored, double threshold, Predicate<ScoredQuestion> chosen) {
        List<ScoredQuestion> part = scored.stream().filter(chosen).toList();
        if (part.isEmpty()) {
            return Optional.empty();
        }
        double exact = 0;
        double f1 = 0;
        for (ScoredQuestion question : part) {
            exact += question.atThreshold(threshold, question.exact());
            f1 += question.atThreshold(threshold, question.f1());
        }
        return Optional.of(new Share(100 * exact / part.size(), 100 * f1 / part.size(), part.size()));
    }

    private static Best best(List<ScoredQuestion> scored) {
        Threshold exact = Threshold.best(scored, ScoredQuestion::exact);
        Threshold f1 = Threshold.best(scored, ScoredQuestion::f1);
        return new Best(exact.score(), exact.value(), f1.score(), f1.value());
    }

    private static Optional<AveragePrecision> averagePrecision(List<ScoredQuestion> scored) {
        long answerable = scored.stream().filter(ScoredQuestion::answerable).count();
        return answerable == 0
                ? Optional.empty()
                : Optional.of(new AveragePrecision(
                        averagePrecision(scored, answerable, ScoredQuestion::exact),
                        averagePrecision(scored, answerable, ScoredQuestion::f1),
                        averagePrecision(scored, answerable, q -> q.answerable() ? 1 : 0)));
    }

    private static double averagePrecision(
            List<ScoredQuestion> scored, long answerable, ToDoubleFunction<ScoredQuestion> score) {
        List<ScoredQuestion> ranked = new ArrayList<>(scored);
        ranked.sort(ScoredQuestion.BY_PROBABILITY);
        double truePositives = 0;
        double lastRecall = 0;
        double area = 0;
        for (int i = 0; i < ranked.size(); i++) {
            ScoredQuestion question = ranked.get(i);
            truePositives += question.answerable() ? score.applyAsDouble(question) : 0;
            // A threshold can only be put between different probabilities.
            if (i == ranked.size() - 1
                    || question.probability() != ranked.get(i + 1).probability()) {
                double recall = truePositives / answerable;
                area += truePositives / (i + 1) * (recall - lastRecall);
                lastRecall = recall;
            }
        }
        return 100 * area;
    }
}
