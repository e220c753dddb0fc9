package dev.assay.scoring.likelihood;

import dev.assay.scoring.choice.OptionLikelihoods;
import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import dev.assay.scoring.metric.OptionName;
import dev.assay.scoring.metric.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The options of an item with their likelihoods, and which of them are right.
 *
 * @param right positions from 0, at least one
 */
record JudgedChoice(OptionLikelihoods likelihoods, List<Judgement> options, List<Integer> right) {

    /**
     * @param target how the references name the right options
     * @throws UnscorableException if answer and item do not fit together
     */
    static JudgedChoice of(String answer, Sample sample, String target) {
        List<Integer> right = sample.references().stream()
                .flatMap(reference -> OptionName.position(target, reference, sample.choices()).stream())
                .distinct()
                .toList();
        if (right.isEmpty()) {
            throw new UnscorableException("the reference names no option");
        }
        Judgements judged = judged(answer, sample.choices());
        return new JudgedChoice(likelihoods(judged, sample.choices()), judged.options(), right);
    }

    /** The likelihoods of an item's options. */
    static OptionLikelihoods likelihoods(String answer, List<String> choices) {
        return likelihoods(judged(answer, choices), choices);
    }

    private static Judgements judged(String answer, List<String> choices) {
        Judgements judged = Judgements.read(answer)
                .orElseThrow(
                        () -> new UnscorableException("the answer holds no likelihoods, as mode: loglikelihood gives"));
        if (choices.isEmpty() || judged.options().size() != choices.size()) {
            throw new UnscorableException("there is not one likelihood for each choice");
        }
        if (Stream.concat(judged.options().stream(), judged.unconditional().stream())
                .anyMatch(option -> option.tokens() == 0)) {
            throw new UnscorableException("a choice has no token of its own, so that it cannot be judged");
        }
        return judged;
    }

    private static OptionLikelihoods likelihoods(Judgements judged, List<String> choices) {
        return new OptionLikelihoods(
                choices,
                numbers(judged.options()),
                judged.options().stream().map(o -> o.greedy().orElse(false)).toList(),
                judged.unconditional().isEmpty() ? Optional.empty() : Optional.of(numbers(judged.unconditional())));
    }

    private static double[] numbers(List<Judgement> judged) {
        return judged.stream().mapToDouble(Judgement::logLikelihood).toArray();
    }

    /** What is known of the first right option. */
    Judgement firstRight() {
        return options.get(right.getFirst());
    }

    /** The probability of the right options among all. */
    double rightShare() {
        double[] probabilities = likelihoods.probabilities();
        return Math.min(1, right.stream().mapToDouble(i -> probabilities[i]).sum());
    }
}
