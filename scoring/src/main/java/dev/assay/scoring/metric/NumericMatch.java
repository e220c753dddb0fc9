package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.text.WrittenNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 1 if prediction and a reference are the same number within a tolerance, else 0: with p predicted and r expected,
 * |p - r| ≤ max(absolute, relative · |r|), computed exactly in decimals.
 *
 * <p>Ours. Both sides are read as {@link WrittenNumber} describes: "1,234", "$18" and "18.0" are 1234, 18 and 18. A
 * percent sign has one meaning, which {@code percent} chooses, never whichever fits: {@code number} (50% is 50),
 * {@code fraction} (50% is 0.5) or {@code strict} (50% equals only 50%).
 *
 * <p>Edges: a prediction that is not one number is wrong; a reference that is none cannot be scored. Words beside the
 * number are for an extraction filter such as {@code last_number} to remove.
 */
final class NumericMatch implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "numeric",
            "Prediction and a reference are the same number.",
            MetricType.Needs.EXTRACTED,
            List.of(
                    Parameter.optional("absolute_tolerance", Kind.DECIMAL, "absolute tolerance; default 0")
                            .withAlias("tolerance"),
                    Parameter.optional(
                            "relative_tolerance", Kind.DECIMAL, "tolerance relative to the reference; default 0"),
                    Parameter.oneOf(
                            "percent",
                            List.of("number", "fraction", "strict"),
                            "what 50% means: 50, 0.5, or only 50%; default number")),
            NumericMatch::new);

    private final BigDecimal absolute;
    private final BigDecimal relative;
    private final String percent;

    private NumericMatch(Arguments arguments) {
        this.absolute = tolerance(arguments, "absolute_tolerance");
        this.relative = tolerance(arguments, "relative_tolerance");
        this.percent = arguments.text("percent").orElse("number");
    }

    private static BigDecimal tolerance(Arguments arguments, String name) {
        BigDecimal tolerance = arguments.decimal(name, BigDecimal.ZERO);
        if (tolerance.signum() < 0) {
            throw arguments.reject(name, "a tolerance is not negative");
        }
        return tolerance;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        Optional<WrittenNumber> predicted = prediction == null ? Optional.empty() : WrittenNumber.parse(prediction);
        return Score.best(
                sample.references(),
                reference -> WrittenNumber.parse(reference)
                        .map(expected -> Score.of(
                                predicted.filter(p -> matches(p, expected)).isPresent()))
                        .orElse(new Score.Unscorable("the reference is not a number")));
    }

    private boolean matches(WrittenNumber predicted, WrittenNumber expected) {
        if (percent.equals("strict") && predicted.percent() != expected.percent()) {
            return false;
        }
        BigDecimal right = value(expected);
        BigDecimal difference = value(predicted).subtract(right).abs();
        return difference.compareTo(absolute.max(relative.multiply(right.abs()))) <= 0;
    }

    private BigDecimal value(WrittenNumber number) {
        return number.percent() && percent.equals("fraction") ? number.value().movePointLeft(2) : number.value();
    }
}
