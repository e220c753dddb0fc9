package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold across the fields of a run. Looks at whatever is there, also where the shape is wrong elsewhere. */
final class RunSense {

    /** Fields of the request body that the worker writes itself, and what to say of them. */
    private static final Map<String, String> RESERVED = Map.of(
            "model", "The registered model decides it.",
            "messages", "The benchmark's prompt decides them.",
            "temperature", "Write it as the model's temperature, outside of extra.",
            "top_p", "Write it as the model's topP, outside of extra.",
            "max_tokens", "Write it as the model's maxTokens, outside of extra.",
            "stop", "Write it as the model's stop, outside of extra.",
            "seed", "Write it as the model's seed, outside of extra.",
            "stream", "Write it as the model's stream, outside of extra.",
            "stream_options", "Write `stream: true` as the model's; usage is always asked for.",
            "n", "Use the run's repeats to ask each item several times.");

    private final Problems problems;
    private final KeyGuard guard;

    RunSense(Problems problems, KeyGuard guard) {
        this.problems = problems;
        this.guard = guard;
    }

    void check(View run) {
        checkModels(run.at("models").oneOrMore());
        checkDataset(run.at("benchmark").at("dataset"));
        for (View judge : JudgeReader.views(run)) {
            checkExtra(judge.at("model").at("extra"));
        }
        new JudgeSense(problems).check(run);
    }

    private void checkModels(List<View> models) {
        Map<String, View> firstByName = new HashMap<>();
        for (View model : models) {
            View name = model.isMapping() ? model.at("name") : model;
            refuseEndpoint(name);
            name.text().ifPresent(text -> {
                View first = firstByName.putIfAbsent(text, model);
                if (first != null) {
                    problems.add(
                            name.path(),
                            nodeOf(name),
                            "names " + text + ", as " + first.path() + " does",
                            "Name a model once: use repeats to ask again, and another run for other parameters.");
                }
            });
            checkExtra(model.at("extra"));
        }
    }

    private void checkExtra(View extra) {
        for (View.Entry field : extra.entries()) {
            String remedy = RESERVED.get(field.key());
            if (remedy != null) {
                problems.add(field.value().path(), field.source().keyPosition(), "may not be set in extra", remedy);
            }
        }
        refuseEndpoints(extra);
    }

    /** In values that go to the provider as they are, no address may stand at any depth, and no key. */
    private void refuseEndpoints(View value) {
        for (View.Entry entry : value.entries()) {
            guard.refusal(entry.key())
                    .ifPresentOrElse(
                            r -> problems.add(
                                    entry.value().path(), entry.source().keyPosition(), r.message(), r.remedy()),
                            () -> refuseEndpoints(entry.value()));
        }
        value.items().forEach(this::refuseEndpoints);
        refuseEndpoint(value);
    }

    private void refuseEndpoint(View value) {
        boolean address = value.text().filter(KeyGuard::isAddress).isPresent();
        if (address) {
            problems.add(value.path(), nodeOf(value), KeyGuard.ADDRESS.message(), KeyGuard.ADDRESS.remedy());
        }
    }

    private void checkDataset(View dataset) {
        Set<String> sources = Set.of("file", "inline", "hash");
        List<View.Entry> given = dataset.entries().stream()
                .filter(e -> sources.contains(e.key()))
                .toList();
        boolean misspelt = dataset.entries().stream().anyMatch(e -> !sources.contains(e.key()));
        if (dataset.isMapping() && given.isEmpty() && !misspelt) {
            problems.add(
                    dataset.path(),
                    nodeOf(dataset),
                    "has no data",
                    "Give one of file, inline and hash: `dataset: {file: items.jsonl}`.");
        }
        if (given.size() > 1) {
            problems.add(
                    given.get(1).value().path(),
                    given.get(1).source().keyPosition(),
                    "stands beside " + given.get(0).key(),
                    "Give the data once: file, inline or hash.");
        }
    }

    private static Node nodeOf(View view) {
        return Objects.requireNonNull(view.node(), "only what is present is checked");
    }
}
