package dev.assay.simulator.model;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads models of YAML text or of parsed JSON; both have the same shape, which docs/simulator.md describes. Every
 * complaint is a {@link BadModelException} that names the field. Thread-safe.
 */
public final class ModelReader {

    private static final int DEFAULT_ANSWER_TOKENS = 32;
    private static final int DEFAULT_TOKENS_PER_CHUNK = 4;

    /** Reads a models file: an object {@code models} with one entry for each name. */
    public List<ModelSpec> readFile(String yaml) {
        Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Yaml reader = new Yaml(new SafeConstructor(options));
            reader.parse(new StringReader(yaml)).forEach(ModelReader::refuseTag);
            root = reader.load(yaml);
        } catch (YAMLException e) {
            throw new BadModelException("models file: " + e.getMessage());
        }
        Fields file = Fields.of("models file", root);
        Map<String, Object> entries = file.object("models").values();
        Fields models = Fields.of("models", file.build(() -> entries));
        if (models.names().isEmpty()) {
            throw new BadModelException("models: there must be at least one model");
        }
        return models.values().entrySet().stream()
                .map(model -> read(model.getKey(), model.getValue()))
                .toList();
    }

    /** No field needs a tag, and the library's own tags take texts that it then fails to read. */
    private static void refuseTag(Event event) {
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> null;
        };
        if (tag != null) {
            throw new BadModelException("models file: a tag such as !!int is not read here; remove it from line "
                    + (event.getStartMark().getLine() + 1));
        }
    }

    /**
     * Reads one model.
     *
     * @param parsed what a YAML or JSON parser made of the model's object
     */
    public ModelSpec read(String name, @Nullable Object parsed) {
        Fields model = Fields.of("models." + name, parsed);
        Abilities abilities = abilities(model.object("abilities"), model.object("forms"));
        Pace pace = pace(model);
        int answerTokens = model.integer("answerTokens", DEFAULT_ANSWER_TOKENS);
        int contextTokens = model.integer("contextTokens", 0);
        AnswerStyle style = oneOf(model, "style", AnswerStyle.class, AnswerStyle.PLAIN);
        Limits limits = limits(model.object("limits"));
        List<ErrorRule> errors =
                model.objects("errors").stream().map(ModelReader::errorRule).toList();
        Prices prices = prices(model.object("prices"));
        boolean judges = model.names().contains("judge");
        JudgeTraits judge = judges ? judge(model.object("judge")) : null;
        Completions completions = completions(model.object("completions"));
        return model.build(() -> new ModelSpec(
                name, abilities, pace, answerTokens, contextTokens, style, limits, errors, prices, judge, completions));
    }

    private static Abilities abilities(Fields fields, Fields forms) {
        double usual = fields.number("default", 0.5);
        Map<String, Double> byCategory = new HashMap<>();
        for (String category : fields.names()) {
            if (!category.equals("default")) {
                byCategory.put(category, fields.requiredNumber(category));
            }
        }
        Map<String, Double> shifts = new HashMap<>();
        forms.names().forEach(form -> shifts.put(form, forms.requiredNumber(form)));
        Map<String, Double> read = forms.build(() -> shifts);
        return fields.build(() -> new Abilities(usual, byCategory, read));
    }

    private static JudgeTraits judge(Fields fields) {
        double quality = fields.number("quality", 3);
        double position = fields.number("position", 0);
        double length = fields.number("length", 0);
        double noise = fields.number("noise", 1);
        double ties = fields.number("ties", 0);
        double unreadable = fields.number("unreadable", 0);
        return fields.build(() -> new JudgeTraits(quality, position, length, noise, ties, unreadable));
    }

    private static Pace pace(Fields model) {
        Latency latency = latency(model.object("latency"));
        double tokensPerSecond = model.number("tokensPerSecond", 0);
        int tokensPerChunk = model.integer("tokensPerChunk", DEFAULT_TOKENS_PER_CHUNK);
        boolean stamps = model.flag("stamps", false);
        try {
            return new Pace(latency, tokensPerSecond, tokensPerChunk, stamps);
        } catch (IllegalArgumentException e) {
            throw new BadModelException(model.path(), e);
        }
    }

    private static Latency latency(Fields fields) {
        String distribution = fields.text("distribution", "fixed");
        return switch (distribution) {
            case "fixed" -> {
                double firstToken = fields.number("firstTokenMs", 0);
                yield fields.build(() -> new Latency.Fixed(firstToken));
            }
            case "uniform" -> {
                double min = fields.requiredNumber("minMs");
                double max = fields.requiredNumber("maxMs");
                yield fields.build(() -> new Latency.Uniform(min, max));
            }
            case "lognormal" -> {
                double median = fields.requiredNumber("medianMs");
                double p95 = fields.requiredNumber("p95Ms");
                yield fields.build(() -> new Latency.LogNormal(median, p95));
            }
            default -> throw fields.wrong("distribution", "must be fixed, uniform or lognormal");
        };
    }

    private static Limits limits(Fields fields) {
        int requests = fields.integer("requestsPerMinute", 0);
        int tokens = fields.integer("tokensPerMinute", 0);
        int concurrent = fields.integer("concurrent", 0);
        double windowSeconds = fields.number("windowSeconds", 60);
        boolean headers = fields.flag("headers", true);
        return fields.build(() ->
                new Limits(requests, tokens, concurrent, Duration.ofMillis(Math.round(windowSeconds * 1000)), headers));
    }

    private static ErrorRule errorRule(Fields fields) {
        ErrorKind kind = oneOf(fields, "kind", ErrorKind.class, null);
        double rate = fields.number("rate", 1);
        int firstAttempts = fields.integer("firstAttempts", 0);
        int status = fields.integer("status", kind == ErrorKind.STATUS ? 500 : 0);
        double delayMs = fields.number("delayMs", kind == ErrorKind.SLOW || kind == ErrorKind.DRIP ? 1_000 : 0);
        double factor = fields.number("factor", kind == ErrorKind.WRONG_USAGE ? 10 : 1);
        int retryAfter = fields.integer("retryAfterSeconds", 0);
        return fields.build(() -> new ErrorRule(kind, rate, firstAttempts, status, delayMs, factor, retryAfter));
    }

    private static Prices prices(Fields fields) {
        String input = fields.text("input", "0");
        String output = fields.text("output", "0");
        return fields.build(() -> new Prices(new BigDecimal(input), new BigDecimal(output)));
    }

    private static Completions completions(Fields fields) {
        Completions usual = Completions.HONEST;
        Completions.Behaviour behaviour = oneOf(fields, "behaviour", Completions.Behaviour.class, usual.behaviour());
        double temperature = fields.number("temperature", usual.temperature());
        return fields.build(() -> new Completions(behaviour, temperature));
    }

    private static <E extends Enum<E>> E oneOf(Fields fields, String name, Class<E> type, @Nullable E otherwise) {
        Map<String, E> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(ModelReader::inText, each -> each, (a, b) -> a, LinkedHashMap::new));
        String written = fields.text(name, otherwise == null ? "" : inText(otherwise));
        E chosen = byName.get(written);
        if (chosen == null) {
            throw fields.wrong(name, "must be one of " + String.join(", ", byName.keySet()));
        }
        return chosen;
    }

    /** How a constant is written in a file: {@code wrong-usage}. */
    static String inText(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
