package dev.assay.contracts.spec;

import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a run that judges texts, and what only such a run may ask for. */
final class LikelihoodSense {

    private static final String GENERATE = "generate";

    /** How a benchmark's mode is written. */
    static final List<String> MODES = List.of(GENERATE, "loglikelihood", "perplexity");

    /** Metrics of judged texts, with the modes that give them what they need. */
    private static final Map<String, Set<Mode>> METRICS = Map.ofEntries(
            Map.entry("acc", Set.of(Mode.LOGLIKELIHOOD)),
            Map.entry("acc_norm", Set.of(Mode.LOGLIKELIHOOD)),
            Map.entry("acc_bytes", Set.of(Mode.LOGLIKELIHOOD)),
            Map.entry("acc_mutual_info", Set.of(Mode.LOGLIKELIHOOD)),
            Map.entry("mc2", Set.of(Mode.LOGLIKELIHOOD)),
            Map.entry("greedy_match", Set.of(Mode.LOGLIKELIHOOD, Mode.PERPLEXITY)),
            Map.entry("split_tokens", Set.of(Mode.LOGLIKELIHOOD, Mode.PERPLEXITY)),
            Map.entry("perplexity", Set.of(Mode.LOGLIKELIHOOD, Mode.PERPLEXITY)),
            Map.entry("word_perplexity", Set.of(Mode.PERPLEXITY)),
            Map.entry("byte_perplexity", Set.of(Mode.PERPLEXITY)),
            Map.entry("bits_per_byte", Set.of(Mode.PERPLEXITY)),
            Map.entry("token_perplexity", Set.of(Mode.PERPLEXITY)),
            Map.entry("cross_entropy", Set.of(Mode.PERPLEXITY)));

    private static final String NOTHING_WRITTEN = "has no meaning where the model writes nothing";

    /** Fields of the request body that would turn the question into another one. */
    private static final Set<String> EXTRA = Set.of(
            "logprobs",
            "top_logprobs",
            "prompt_logprobs",
            "echo",
            "prompt",
            "suffix",
            "best_of",
            "max_completion_tokens",
            "response_format",
            "tools",
            "tool_choice",
            "logit_bias",
            "presence_penalty",
            "frequency_penalty",
            "repetition_penalty");

    private final Problems problems;

    LikelihoodSense(Problems problems) {
        this.problems = problems;
    }

    /** The mode in which a benchmark of the author's own judges texts; empty if the model writes. */
    static Optional<Mode> mode(View benchmark) {
        return benchmark.at("mode").text().flatMap(word -> switch (word) {
            case "loglikelihood" -> Optional.of(Mode.LOGLIKELIHOOD);
            case "perplexity" -> Optional.of(Mode.PERPLEXITY);
            default -> Optional.empty();
        });
    }

    /** What of a run does not fit a built-in benchmark that judges texts or does not. */
    static List<SpecProblem> misplaced(SpecDocument document, @Nullable LikelihoodSpec likelihood) {
        Problems problems = new Problems();
        View run = View.of(document.root());
        new LikelihoodSense(problems)
                .checkRun(
                        run,
                        likelihood == null ? Optional.empty() : Optional.of(likelihood.mode()),
                        likelihood != null && likelihood.unconditional() != null);
        return problems.all();
    }

    void check(View run) {
        View benchmark = run.at("benchmark");
        if (benchmark.isMapping()) {
            Optional<Mode> mode = mode(benchmark);
            boolean twice = benchmark.at("unconditional").isPresent();
            checkBenchmark(benchmark, mode);
            checkMetrics(benchmark, mode, twice);
            checkRun(run, mode, twice);
        }
    }

    private void checkRun(View run, Optional<Mode> mode, boolean twice) {
        checkMetrics(run, mode, twice);
        if (mode.isPresent()) {
            run.at("models").oneOrMore().forEach(this::checkModel);
            refuse(
                    run.at("judge"),
                    "has nothing to judge: the benchmark's mode lets the model write nothing",
                    "Leave it out, or take a benchmark whose answers the model writes.");
        }
    }

    private void checkBenchmark(View benchmark, Optional<Mode> mode) {
        View prompt = benchmark.at("prompt");
        if (!prompt.isPresent() && !mode.equals(Optional.of(Mode.PERPLEXITY))) {
            problems.add(prompt.path(), nodeOf(benchmark), "is missing", BenchmarkShape.PROMPT_REMEDY);
        }
        boolean chat = prompt.items().size() > 1
                || prompt.items().stream()
                        .anyMatch(m -> !m.at("role").text().orElse("user").equals("user"));
        if (mode.isPresent() && chat) {
            problems.add(
                    prompt.path(),
                    nodeOf(prompt),
                    "must be one text where texts are judged: a completion has no messages",
                    "Write all of it, examples too, as one template: `prompt: \"{{ question }}\"`.");
        }
        if (mode.isEmpty()) {
            refuse(
                    benchmark.at("delimiter"),
                    "has no meaning where the model writes",
                    "Write mode: loglikelihood too.");
        }
        if (!mode.equals(Optional.of(Mode.LOGLIKELIHOOD))) {
            refuse(
                    benchmark.at("unconditional"),
                    "has no meaning where no choices are judged",
                    "Write mode: loglikelihood too.");
        } else if (!benchmark.at("choices").isPresent()) {
            problems.add(
                    benchmark.at("choices").path(),
                    nodeOf(benchmark),
                    "is missing",
                    "Name the field that holds the list of texts to judge: `choices: options`.");
        }
        if (mode.equals(Optional.of(Mode.PERPLEXITY))) {
            refuse(
                    benchmark.at("choices"),
                    "has no meaning where the target is judged",
                    "Leave it out, or write mode: loglikelihood.");
        }
    }

    private void checkMetrics(View owner, Optional<Mode> mode, boolean twice) {
        for (View metric : owner.at("metrics").oneOrMore()) {
            View name = metric.isMapping() ? metric.atAny(ScoringShape.METRIC_KEYS) : metric;
            Set<Mode> modes = METRICS.get(name.text().orElse(""));
            if (modes == null) {
                continue;
            }
            if (mode.filter(modes::contains).isEmpty()) {
                problems.add(
                        name.path(),
                        nodeOf(name),
                        "needs a benchmark of mode: " + words(modes),
                        "Score what the model writes by other metrics, or judge texts: `mode: " + word(modes) + "`.");
            } else if (name.text().orElse("").equals("acc_mutual_info") && !twice) {
                problems.add(
                        name.path(),
                        nodeOf(name),
                        "needs the choices to be judged without the item's prompt too",
                        "Give the benchmark `unconditional: \"Answer:\"`.");
            }
        }
    }

    private static String words(Set<Mode> modes) {
        return Stream.of(Mode.LOGLIKELIHOOD, Mode.PERPLEXITY)
                .filter(modes::contains)
                .map(mode -> word(Set.of(mode)))
                .reduce((a, b) -> a + " or " + b)
                .orElseThrow();
    }

    private static String word(Set<Mode> modes) {
        return modes.contains(Mode.LOGLIKELIHOOD) ? "loglikelihood" : "perplexity";
    }

    private void checkModel(View model) {
        if (model.at("temperature").decimal().orElse(BigDecimal.ZERO).signum() != 0) {
            refuse(model.at("temperature"), NOTHING_WRITTEN, "Leave it out: texts are judged at temperature 0.");
        }
        if (model.at("topP").decimal().orElse(BigDecimal.ONE).compareTo(BigDecimal.ONE) != 0) {
            refuse(model.at("topP"), NOTHING_WRITTEN, "Leave it out: all of the distribution is needed.");
        }
        refuse(model.at("maxTokens"), NOTHING_WRITTEN, "Leave it out: one token is asked for and thrown away.");
        refuse(model.at("stop"), NOTHING_WRITTEN, "Leave it out.");
        if (model.at("stream").flag()) {
            refuse(model.at("stream"), NOTHING_WRITTEN, "Leave it out: there is nothing to stream.");
        }
        for (View.Entry field : model.at("extra").entries()) {
            if (EXTRA.contains(field.key())) {
                problems.add(
                        field.value().path(),
                        field.source().keyPosition(),
                        "may not be set where texts are judged",
                        "Leave it out: the benchmark's mode decides what is asked, and log-probabilities of a chat"
                                + " are of what the model writes, not of the prompt.");
            }
        }
    }

    private void refuse(View value, String message, String remedy) {
        if (value.isPresent()) {
            problems.add(value.path(), nodeOf(value), message, remedy);
        }
    }

    private static Node nodeOf(View view) {
        return Objects.requireNonNull(view.node(), "only what is present is checked");
    }
}
