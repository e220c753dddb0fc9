package dev.assay.scoring.metric;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 1 if prediction and a reference name the same option, else 0.
 *
 * <p>Ours. An option is named by its letter (case ignored), or by its text as it stands but for white space at the ends
 * and case; a reference may also be its number from 0, as in the field's data sets. {@code target} says which, so that
 * options that look like letters or numbers cannot be mistaken; {@code auto} tries letter, text, number in that order.
 *
 * <p>Edges: a prediction that names no option is wrong; a reference that names none cannot be scored. Without choices
 * only letters are compared. Sentences are for the extraction filter {@code choice_letter} to read.
 */
final class ChoiceMatch implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "choice",
            "Prediction and a reference name the same option.",
            MetricType.Needs.EXTRACTED,
            List.of(OptionName.TARGET),
            arguments -> new ChoiceMatch(OptionName.target(arguments)));

    private final String target;

    private ChoiceMatch(String target) {
        this.target = target;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        List<String> choices = sample.choices();
        Optional<Integer> chosen = prediction == null
                ? Optional.empty()
                : OptionName.byLetter(prediction, choices).or(() -> OptionName.byText(prediction, choices));
        return Score.best(
                sample.references(),
                reference -> OptionName.position(target, reference, choices)
                        .map(position ->
                                Score.of(chosen.filter(position::equals).isPresent()))
                        .orElse(new Score.Unscorable("the reference names no option")));
    }
}
