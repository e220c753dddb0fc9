package dev.assay.scoring.likelihood;

import dev.assay.scoring.json.Json;
import dev.assay.scoring.json.JsonException;
import dev.assay.scoring.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model said of the texts of one sample.
 *
 * <p>Written as JSON: {@code {"likelihoods": 1, "options": [J, ...], "unconditional": [J, ...]}} or
 * {@code {"likelihoods": 1, "text": J}}, where 1 is the version and J is {@code {"logprob": -3.5, "tokens": 2}} and perhaps
 * {@code "greedy": true}, {@code "skipped": 4}, {@code "split": true}. Other fields are passed over.
 *
 * @param options of a multiple-choice item, in their order; empty if a text was judged
 * @param unconditional the same without the item's prompt; empty if they were not asked for
 * @param text empty if options were judged
 */
public record Judgements(List<Judgement> options, List<Judgement> unconditional, Optional<Judgement> text) {

    private static final double VERSION = 1;
    private static final double MOST_TOKENS = 1e12;

    public Judgements {
        options = List.copyOf(options);
        unconditional = List.copyOf(unconditional);
        if (options.isEmpty() == text.isEmpty()
                || (!unconditional.isEmpty() && unconditional.size() != options.size())) {
            throw new IllegalArgumentException("either options or a text are judged");
        }
    }

    /** Reads an answer; empty if it holds no likelihoods that can be true. */
    public static Optional<Judgements> read(String answer) {
        try {
            Map<String, JsonValue> fields = fields(Json.read(answer));
            return number(fields, "likelihoods") != VERSION
                    ? Optional.empty()
                    : Optional.of(new Judgements(
                            all(fields, "options"),
                            all(fields, "unconditional"),
                            Optional.ofNullable(fields.get("text")).map(Judgements::judgement)));
        } catch (JsonException | IllegalArgumentException notLikelihoods) {
            return Optional.empty();
        }
    }

    private static List<Judgement> all(Map<String, JsonValue> fields, String name) {
        return switch (fields.get(name)) {
            case JsonValue.Elements list ->
                list.values().stream().map(Judgements::judgement).toList();
            case null, default -> List.of();
        };
    }

    private static Judgement judgement(JsonValue value) {
        Map<String, JsonValue> fields = fields(value);
        return new Judgement(
                number(fields, "logprob"),
                whole(fields, "tokens"),
                fields.get("greedy") instanceof JsonValue.Flag greedy ? Optional.of(greedy.value()) : Optional.empty(),
                fields.containsKey("skipped") ? Math.toIntExact(whole(fields, "skipped")) : 0,
                fields.get("split") instanceof JsonValue.Flag split && split.value());
    }

    private static Map<String, JsonValue> fields(JsonValue value) {
        if (value instanceof JsonValue.Fields object) {
            return object.byName();
        }
        throw new IllegalArgumentException("not an object");
    }

    private static long whole(Map<String, JsonValue> fields, String name) {
        double number = number(fields, name);
        if (!(number >= 0 && number <= MOST_TOKENS && number == Math.rint(number))) {
            throw new IllegalArgumentException("not a count");
        }
        return (long) number;
    }

    private static double number(Map<String, JsonValue> fields, String name) {
        if (fields.get(name) instanceof JsonValue.Number number) {
            return number.value();
        }
        throw new IllegalArgumentException("not a number");
    }
}
