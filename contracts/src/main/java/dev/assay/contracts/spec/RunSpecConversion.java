package dev.assay.contracts.spec;

import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.spec.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a document in which no problem was found into a run spec. */
final class RunSpecConversion {

    private static final int MILLIS = 1_000;

    private RunSpecConversion() {}

    static RunSpec convert(View run) {
        BenchmarkSpec benchmark = benchmark(run.at("benchmark"));
        return new RunSpec(
                run.at("name").text().orElse(benchmark.name()),
                run.at("group").text().map(GroupId::new).orElse(null),
                benchmark,
                run.at("models").oneOrMore().stream()
                        .map(RunSpecConversion::model)
                        .toList(),
                run.at("repeats").whole().map(Long::intValue).orElse(1),
                run.at("seed").whole().orElse(0L),
                run.at("limit").whole().map(Long::intValue).orElse(null),
                ScoringReader.read(run),
                money(run.at("budget")),
                attempts(run.at("limits")),
                tags(run.at("tags")),
                StopReader.read(run.at("stop")),
                VariantsReader.read(run),
                JudgeReader.read(run));
    }

    private static BenchmarkSpec benchmark(View benchmark) {
        if (!benchmark.isMapping()) {
            return new BenchmarkSpec.BuiltIn(textOf(benchmark));
        }
        return new BenchmarkSpec.Custom(
                textOf(benchmark.at("name")),
                benchmark.at("version").text().orElse("1"),
                dataset(benchmark.at("dataset")),
                prompt(benchmark.at("prompt")),
                textOf(benchmark.at("target")),
                benchmark.at("choices").text().orElse(null),
                benchmark.at("category").text().orElse("category"),
                ScoringReader.read(benchmark),
                likelihood(benchmark),
                SubgroupsReader.read(benchmark));
    }

    private static DatasetSource dataset(View dataset) {
        if (dataset.at("file").isPresent()) {
            return new DatasetSource.File(textOf(dataset.at("file")));
        }
        if (dataset.at("hash").isPresent()) {
            return new DatasetSource.Stored(new ContentHash(textOf(dataset.at("hash"))));
        }
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (View item : dataset.at("inline").items()) {
            items.add(PlainValues.ofMapping((Node.Mapping) Objects.requireNonNull(item.node())));
        }
        return new DatasetSource.Inline(items);
    }

    private static @Nullable LikelihoodSpec likelihood(View benchmark) {
        return LikelihoodSense.mode(benchmark)
                .map(mode -> new LikelihoodSpec(
                        mode,
                        benchmark.at("delimiter").text().orElse(LikelihoodSpec.DEFAULT_DELIMITER),
                        benchmark.at("unconditional").text().orElse(null)))
                .orElse(null);
    }

    private static List<Message> prompt(View prompt) {
        if (!prompt.isPresent()) {
            return List.of(Message.user(""));
        }
        if (!prompt.isList()) {
            return List.of(Message.user(textOf(prompt)));
        }
        return prompt.items().stream()
                .map(m -> new Message(textOf(m.at("role")), textOf(m.at("content"))))
                .toList();
    }

    static ModelSpec model(View model) {
        if (!model.isMapping()) {
            return new ModelSpec(new ModelId(textOf(model)), GenerationParameters.DEFAULT);
        }
        View stop = model.at("stop");
        Map<String, Object> extra = new LinkedHashMap<>();
        model.at("extra")
                .entries()
                .forEach(
                        e -> extra.put(e.key(), Objects.requireNonNull(e.value().plain())));
        return new ModelSpec(
                new ModelId(textOf(model.at("name"))),
                new GenerationParameters(
                        model.at("temperature").decimal().orElse(null),
                        model.at("topP").decimal().orElse(null),
                        model.at("maxTokens").whole().map(Long::intValue).orElse(null),
                        stop.isList()
                                ? stop.items().stream()
                                        .map(RunSpecConversion::textOf)
                                        .toList()
                                : stop.text().map(List::of).orElse(List.of()),
                        model.at("seed").whole().orElse(null),
                        model.at("stream").flag(),
                        extra));
    }

    static @Nullable Money money(View money) {
        if (money.isMapping()) {
            return MoneyText.of(
                    textOf(money.at("amount")), money.at("currency").text().orElse(MoneyText.DEFAULT_CURRENCY));
        }
        return money.text().map(MoneyText::read).orElse(null);
    }

    private static AttemptPolicy attempts(View limits) {
        AttemptPolicy usual = RunSpec.DEFAULT_ATTEMPTS;
        return new AttemptPolicy(
                limits.at("maxTries").whole().map(Long::intValue).orElse(usual.maxTries()),
                limits.at("deadlineSeconds").whole().map(s -> s * MILLIS).orElse(usual.deadlineMillis()));
    }

    private static Map<String, String> tags(View tags) {
        Map<String, String> byName = new LinkedHashMap<>();
        tags.entries().forEach(e -> byName.put(e.key(), textOf(e.value())));
        return byName;
    }

    static String textOf(View view) {
        return view.text().orElseThrow(() -> new IllegalStateException(view.path() + " was checked to hold text"));
    }
}
