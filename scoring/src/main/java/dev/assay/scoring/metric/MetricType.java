package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * A metric that can be named.
 *
 * @param name in lower case with underscores, as the field calls it
 * @param version rises when the same input may give another score; scores of two versions are not compared
 * @param meaning one sentence for documentation
 * @param needs what it is given to score
 * @param direction which way is better
 * @param minimum the least value of a sample; infinite if there is none
 * @param maximum the greatest value of a sample; infinite if there is none
 * @param parameters that it takes
 * @param factory makes the metric from checked arguments; throws a DefinitionException for values that make no sense
 */
public record MetricType(
        String name,
        int version,
        String meaning,
        Needs needs,
        Direction direction,
        double minimum,
        double maximum,
        List<Parameter> parameters,
        Function<Arguments, Metric> factory) {

    /** What a metric scores. */
    public enum Needs {
        /** What the benchmark's extraction pipeline found. */
        EXTRACTED,
        /** The answer as the model gave it. */
        ANSWER
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    public MetricType {
        parameters = List.copyOf(parameters);
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("the range of " + name + " is empty");
        }
    }

    /** Whether a sample's scores lie between 0, the worst, and 1, the best. */
    public boolean isUnit() {
        return minimum == 0 && maximum == 1 && direction == Direction.HIGHER_IS_BETTER;
    }

    /** A metric between 0 (worst) and 1 (best). */
    public static MetricType unit(
            String name, String meaning, Needs needs, List<Parameter> parameters, Function<Arguments, Metric> factory) {
        return new MetricType(name, 1, meaning, needs, Direction.HIGHER_IS_BETTER, 0, 1, parameters, factory);
    }
}
