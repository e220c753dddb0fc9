package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.text.PythonText;
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
            List.of(Parameter.oneOf(
                    "target",
                    List.of("auto", "letter", "text", "index"),
                    "how the references name the option; default auto")),
            arguments -> new ChoiceMatch(arguments.text("target").orElse("auto")));

    private static final int LETTERS = 26;

    private final String target;

    private ChoiceMatch(String target) {
        this.target = target;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        List<String> choices = sample.choices();
        Optional<Integer> chosen = prediction == null
                ? Optional.empty()
                : byLetter(prediction, choices).or(() -> byText(prediction, choices));
        return Score.best(
                sample.references(),
                reference -> expected(reference, choices)
                        .map(position ->
                                Score.of(chosen.filter(position::equals).isPresent()))
                        .orElse(new Score.Unscorable("the reference names no option")));
    }

    private Optional<Integer> expected(String reference, List<String> choices) {
        return switch (target) {
            case "letter" -> byLetter(reference, choices);
            case "text" -> byText(reference, choices);
            case "index" -> byIndex(reference, choices);
            default ->
                byLetter(reference, choices)
                        .or(() -> byText(reference, choices))
                        .or(() -> byIndex(reference, choices));
        };
    }

    private static Optional<Integer> byLetter(String text, List<String> choices) {
        String letter = PythonText.upper(PythonText.strip(text));
        if (letter.length() != 1) {
            return Optional.empty();
        }
        int position = letter.charAt(0) - 'A';
        int options = choices.isEmpty() ? LETTERS : Math.min(LETTERS, choices.size());
        return position >= 0 && position < options ? Optional.of(position) : Optional.empty();
    }

    private static Optional<Integer> byText(String text, List<String> choices) {
        String folded = fold(text);
        List<String> texts = choices.stream().map(ChoiceMatch::fold).toList();
        int position = texts.indexOf(folded);
        return position >= 0 && position == texts.lastIndexOf(folded) ? Optional.of(position) : Optional.empty();
    }

    private static Optional<Integer> byIndex(String text, List<String> choices) {
        String digits = PythonText.strip(text);
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int options = choices.isEmpty() ? LETTERS : choices.size();
        return number && Integer.parseInt(digits) < options ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static String fold(String text) {
        return PythonText.lower(PythonText.strip(text));
    }
}
