package dev.assay.cli.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.ConfiguredMetric;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric as options named it.
 *
 * @param configured the metric
 * @param parameters as they were given
 * @param filters what is taken out of an answer, of metrics that do not look at the whole
 */
public record NamedMetric(ConfiguredMetric configured, Map<String, Object> parameters, AnswerFilters filters) {

    /**
     * What a metric says of one row.
     *
     * @param score of the row alone
     * @param evidence for the score of a set, for metrics of sets
     * @param prediction what was scored; null if the filters found nothing
     */
    public record Judged(
            Score score,
            Optional<Evidence> evidence,
            @Nullable String prediction) {}

    /**
     * @param written parameters as {@code name=value}; a value in brackets is a list in JSON, and a name that is given
     *     several times makes a list
     * @throws Failure if name or parameters are unknown or do not fit
     */
    public static NamedMetric of(String name, List<String> written, AnswerFilters filters) {
        Map<String, Object> parameters = parameters(written);
        try {
            return new NamedMetric(
                    MetricRegistry.standard().create(new Definition("", name, parameters)), parameters, filters);
        } catch (DefinitionException e) {
            boolean isName = MetricRegistry.standard().types().stream()
                    .noneMatch(type -> type.name().equals(name));
            throw Failure.badInput(
                    isName
                            ? "--metric: unknown metric '%s'; did you mean '%s'? 'assay score --list' lists all."
                                    .formatted(name, e.nearest().orElse(""))
                            : (e.path().isEmpty() ? "--metric: " : "--param " + e.path() + ": ") + e.problem());
        }
    }

    private static Map<String, Object> parameters(List<String> written) {
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (String parameter : written) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw Failure.badInput("--param: '" + parameter + "' is not name=value.");
            }
            List<Object> values = lists.computeIfAbsent(parameter.substring(0, equals), name -> new ArrayList<>());
            values.addAll(values(parameter.substring(equals + 1)));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        lists.forEach((name, values) -> parameters.put(name, values.size() == 1 ? values.getFirst() : values));
        return parameters;
    }

    private static List<Object> values(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            try {
                List<Object> list = new ArrayList<>();
                new ObjectMapper().readTree(written).forEach(element -> list.add(element.asText()));
                return list.isEmpty() ? List.of(written) : list;
            } catch (JsonProcessingException notAList) {
                // A regular expression may begin and end with brackets too.
                return List.of(written);
            }
        }
        return List.of(written);
    }

    public MetricType type() {
        return configured.type();
    }

    /** Whether the metric of a set is something else than the mean of its rows' scores. */
    public boolean isOfSets() {
        return configured.metric() instanceof CorpusMetric;
    }

    /** Scores a row. What the metric cannot bear is no reason to stop. */
    public Judged judge(Fields.Answer answer) {
        try {
            String prediction = type().needs() == MetricType.Needs.ANSWER || filters.isEmpty()
                    ? answer.prediction()
                    : filters.apply(answer).orElse(null);
            Score score = configured.score(prediction, answer.sample());
            Optional<Evidence> evidence = configured.metric() instanceof CorpusMetric corpus
                    ? Optional.of(corpus.evidence(prediction, answer.sample()))
                    : Optional.empty();
            return new Judged(score, evidence, prediction);
        } catch (UnscorableException e) {
            return unscorable(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return unscorable("the metric gives no number for this row: " + e.getMessage());
        }
    }

    private static Judged unscorable(String reason) {
        return new Judged(new Score.Unscorable(reason), Optional.empty(), null);
    }
}
