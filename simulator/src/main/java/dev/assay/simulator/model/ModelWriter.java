package dev.assay.simulator.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes a model in the shape that {@link ModelReader} reads: reading it again gives an equal model. Thread-safe. */
public final class ModelWriter {

    /** The model's fields as nested maps, lists, texts and numbers, ready for any JSON writer. */
    public Map<String, Object> write(ModelSpec model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("abilities", abilities(model.abilities()));
        if (!model.abilities().shifts().isEmpty()) {
            fields.put("forms", new TreeMap<>(model.abilities().shifts()));
        }
        fields.put("latency", latency(model.pace().latency()));
        fields.put("tokensPerSecond", model.pace().tokensPerSecond());
        fields.put("tokensPerChunk", model.pace().tokensPerChunk());
        fields.put("stamps", model.pace().stamps());
        fields.put("answerTokens", model.answerTokens());
        fields.put("contextTokens", model.contextTokens());
        fields.put("style", ModelReader.inText(model.style()));
        fields.put("limits", limits(model.limits()));
        fields.put("errors", model.errors().stream().map(ModelWriter::errorRule).toList());
        fields.put(
                "prices",
                Map.of(
                        "input", model.prices().input().toPlainString(),
                        "output", model.prices().output().toPlainString()));
        JudgeTraits judge = model.judge();
        if (judge != null) {
            fields.put("judge", judge(judge));
        }
        fields.put(
                "completions",
                Map.of(
                        "behaviour", ModelReader.inText(model.completions().behaviour()),
                        "temperature", model.completions().temperature()));
        return fields;
    }

    private static Map<String, Object> judge(JudgeTraits judge) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("quality", judge.quality());
        fields.put("position", judge.position());
        fields.put("length", judge.length());
        fields.put("noise", judge.noise());
        fields.put("ties", judge.ties());
        fields.put("unreadable", judge.unreadable());
        return fields;
    }

    private static Map<String, Object> abilities(Abilities abilities) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("default", abilities.usual());
        abilities.byCategory().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    private static Map<String, Object> latency(Latency latency) {
        return switch (latency) {
            case Latency.Fixed fixed -> Map.of("distribution", "fixed", "firstTokenMs", fixed.firstTokenMs());
            case Latency.Uniform uniform ->
                Map.of("distribution", "uniform", "minMs", uniform.minMs(), "maxMs", uniform.maxMs());
            case Latency.LogNormal logNormal ->
                Map.of("distribution", "lognormal", "medianMs", logNormal.medianMs(), "p95Ms", logNormal.p95Ms());
        };
    }

    private static Map<String, Object> limits(Limits limits) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requestsPerMinute", limits.requestsPerWindow());
        fields.put("tokensPerMinute", limits.tokensPerWindow());
        fields.put("concurrent", limits.concurrent());
        fields.put("windowSeconds", limits.window().toMillis() / 1000.0);
        fields.put("headers", limits.headers());
        return fields;
    }

    private static Map<String, Object> errorRule(ErrorRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", ModelReader.inText(rule.kind()));
        fields.put("rate", rule.rate());
        fields.put("firstAttempts", rule.firstAttempts());
        if (rule.kind() == ErrorKind.STATUS) {
            fields.put("status", rule.status());
        }
        fields.put("delayMs", rule.delayMs());
        fields.put("factor", rule.factor());
        fields.put("retryAfterSeconds", rule.retryAfterSeconds());
        return fields;
    }
}
