package dev.assay.scoring.sequential;

import dev.assay.scoring.sequential.Sequential.Answer;
import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides, while a run goes on, when its questions are answered, and which models need not be asked any further.
 *
 * <p>Samples may come in any order; answers depend on none. A question looks at the items in the order of the plan, one
 * after the other, and at an item only when it and all before it are there: fast answers are often wrong ones, or right
 * ones, so those that happen to be there first are no random sample. What comes after an answer does not change it.
 *
 * <p>The chance that any of the answers is wrong is at most α. Samples without a score count as what speaks most against
 * an answer, so that none is given because they are missing. Mutable, not thread-safe.
 */
public final class Stopping {

    private final List<Scores> scores;
    private final List<Open> matters;

    /**
     * @param minimum the least score of a sample
     * @param maximum the greatest
     * @param terms α for all questions together
     */
    public Stopping(
            List<Matter> matters, int models, int repeats, double minimum, double maximum, Sequential.Terms terms) {
        Sequential.Terms each = terms.oneOf(matters.size());
        this.scores = Stream.generate(() -> new Scores(repeats, minimum, maximum))
                .limit(models)
                .toList();
        this.matters = matters.stream().map(matter -> new Open(matter, each)).toList();
    }

    /**
     * A model about which nothing is left to ask.
     *
     * @param items how many items the last of its answers rests on
     * @param unanswered samples of these items that failed or were never tried to the end
     */
    public record Stopped(int model, int items, long unanswered) {}

    /**
     * A sample has its score.
     *
     * @param place of the item in the order of the plan, from 0
     * @return whether a question was answered by it
     */
    public boolean scored(int model, int place, int repeat, double score) {
        scores.get(model).scored(place, repeat, score);
        return goOn(model);
    }

    /** A sample will have no score. @param answered whether the model answered or refused to, and did not fail */
    public boolean unscored(int model, int place, int repeat, boolean answered) {
        scores.get(model).unscored(place, repeat, answered);
        return goOn(model);
    }

    private boolean goOn(int model) {
        boolean answered = false;
        for (Open open : matters) {
            if (open.matter.isAbout(model) && open.goOn()) {
                answered = true;
            }
        }
        return answered;
    }

    /** The answers so far, in the order of the questions. */
    public List<Finding> answers() {
        return matters.stream().flatMap(open -> Stream.ofNullable(open.finding)).toList();
    }

    /** Whether every question has its answer. */
    public boolean isAnswered() {
        return matters.stream().noneMatch(open -> open.finding == null);
    }

    /** The answers, and how the open questions stand. */
    public List<Finding> standing() {
        return matters.stream().map(Open::standing).toList();
    }

    /** Models with a question, and none of theirs open. */
    public List<Stopped> stopped() {
        return IntStream.range(0, scores.size())
                .mapToObj(this::stopped)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Stopped stopped(int model) {
        List<Open> about =
                matters.stream().filter(open -> open.matter.isAbout(model)).toList();
        if (about.isEmpty() || about.stream().anyMatch(open -> open.finding == null)) {
            return null;
        }
        int items = about.stream()
                .flatMap(open -> Stream.ofNullable(open.finding))
                .mapToInt(Finding::items)
                .max()
                .orElseThrow();
        return new Stopped(model, items, scores.get(model).unanswered(items));
    }

    /** A question and how far it has looked. */
    private final class Open {

        private final Matter matter;
        private final Sequential sequential;
        private final Scores first;
        private final @Nullable Scores second;
        private int seen;
        private @Nullable Finding finding;

        Open(Matter matter, Sequential.Terms terms) {
            this.matter = matter;
            this.sequential = new Sequential(matter.question(), terms);
            this.first = scores.get(matter.models().getFirst());
            this.second = matter.models().size() == 1
                    ? null
                    : scores.get(matter.models().getLast());
        }

        boolean goOn() {
            if (finding != null) {
                return false;
            }
            int there = second == null ? first.inOrder() : Math.min(first.inOrder(), second.inOrder());
            while (seen < there) {
                Answer answer = sequential.add(least(seen), greatest(seen));
                seen++;
                boolean open = answer == Answer.OPEN || answer == Answer.EXHAUSTED;
                if (!open) {
                    finding = finding(answer);
                    return true;
                }
            }
            return false;
        }

        Finding standing() {
            return finding == null ? finding(Answer.OPEN) : finding;
        }

        private double least(int place) {
            double least = first.least(place);
            return second == null ? least : within(least - second.greatest(place));
        }

        private double greatest(int place) {
            double greatest = first.greatest(place);
            return second == null ? greatest : within(greatest - second.least(place));
        }

        private double within(double difference) {
            return Math.clamp(
                    difference, matter.question().minimum(), matter.question().maximum());
        }

        private Finding finding(Answer answer) {
            long missing = first.missing(seen) + (second == null ? 0 : second.missing(seen));
            return new Finding(matter, answer, seen, missing, estimate(), interval(answer));
        }

        private OptionalDouble estimate() {
            return IntStream.range(0, seen)
                    .mapToDouble(
                            place -> second == null ? first.known(place) : first.known(place) - second.known(place))
                    .filter(Double::isFinite)
                    .average();
        }

        /** The same bets again, against every mean; those that an answer has refuted are beyond its threshold. */
        private Interval interval(Answer answer) {
            ConfidenceSequence sequence = sequential.sequence();
            for (int place = 0; place < seen; place++) {
                sequence.add(least(place), greatest(place));
            }
            Interval found = sequence.interval();
            double threshold = matter.question().threshold().orElse(Double.NaN);
            return switch (answer) {
                case HIGHER -> new Interval(Math.max(found.low(), threshold), Math.max(found.high(), threshold));
                case LOWER -> new Interval(Math.min(found.low(), threshold), Math.min(found.high(), threshold));
                case OPEN, CLOSE, NARROW, EXHAUSTED -> found;
            };
        }
    }
}
