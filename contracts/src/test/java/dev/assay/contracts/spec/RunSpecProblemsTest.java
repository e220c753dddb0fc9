package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunSpecProblemsTest {

    private static final String MODELS = "models: [a]\n";
    private static final String CUSTOM = "benchmark: {name: x, dataset: {file: d.jsonl}, prompt: p, target: t";

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // what a run must have
                mistake(
                        "models: [a]",
                        "benchmark (line 1, column 1): is missing. Name a built-in benchmark, `benchmark: its-name`, or"
                                + " describe one of your own with name, dataset, prompt and target."),
                mistake(
                        "benchmark: x\nmodels:",
                        "models (line 2, column 8): has no value. Name at least one registered model: `models: [sim-large]`."),
                mistake(
                        "benchmark: x\nmodels: []",
                        "models (line 2, column 9): must not be empty. Name at least one registered model:"
                                + " `models: [sim-large]`."),
                mistake(
                        "- x",
                        "line 1, column 1: must be a mapping, but is a list. Begin with `benchmark: name` and `models: [name]`."),
                // keys
                mistake(run("repeat: 2"), "repeat (line 3, column 1): is not a key of a run. Did you mean 'repeats'?"),
                mistake(
                        "benchmark: x\nmodels: [{name: a, max_tokens: 5}]",
                        "models[0].max_tokens (line 2, column 20): is not a key of a model. Did you mean 'maxTokens'?"),
                mistake(
                        run("zebra: 2"),
                        "zebra (line 3, column 1): is not a key of a run. Known are benchmark, budget, counterfactuals, extract,"
                                + " group, judge, limit, limits, metrics, models, name, perturbations and 4 more."),
                // numbers
                mistake(
                        "benchmark: x\nmodels: [{name: a, temperature: -1}]",
                        "models[0].temperature (line 2, column 33): must be at least 0, but is -1. Use 0 for greedy decoding."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, temperature: 2.1}]",
                        "models[0].temperature (line 2, column 33): must be at most 2, but is 2.1. Use 0 for greedy decoding."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, temperature: hot}]",
                        "models[0].temperature (line 2, column 33): must be a number, but is the text 'hot'."
                                + " Use 0 for greedy decoding."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, topP: 0}]",
                        "models[0].topP (line 2, column 26): must be above 0, but is 0."
                                + " Use 1 for no cut of the distribution, or leave it out."),
                mistake(
                        run("repeats: 0"),
                        "repeats (line 3, column 10): must be at least 1, but is 0. Use 1 to ask each item once."),
                mistake(
                        run("repeats: 1.5"),
                        "repeats (line 3, column 10): must be a whole number, but is 1.5. Use 1 to ask each item once."),
                mistake(
                        run("limit: 99999999999999999999999999"),
                        "limit (line 3, column 8): has more digits than are read here: 99999999999999999999999999."
                                + " Write how many items take part, or leave it out for all."),
                mistake(
                        run("seed: 010"),
                        "seed (line 3, column 7): must be a whole number, but is the text '010'. Write a whole number."),
                // stopping early
                mistake(
                        run("stop: {when: {abov: 0.8}}"),
                        "stop.when.abov (line 3, column 15): is not a key of a question. Did you mean 'above'?"),
                mistake(
                        run("stop: {}"),
                        "stop.when (line 3, column 7): is missing. Write `stop: {when: {above: 0.8}}`, or below, narrower,"
                                + " better: [one, other] or ranked: true."),
                mistake(
                        run("stop: {when: {metric: f1}}"),
                        "stop.when (line 3, column 14): asks nothing. Write `stop: {when: {above: 0.8}}`, or below, narrower,"
                                + " better: [one, other] or ranked: true."),
                mistake(
                        run("stop: {when: {above: 0.8, below: 0.9}}"),
                        "stop.when.below (line 3, column 34): stands beside above. Ask one question; make another run for"
                                + " another one."),
                mistake(
                        run("stop: {when: {better: [a, bb]}}"),
                        "stop.when.better[1] (line 3, column 27): the run has no model 'bb'. Known are a."),
                mistake(
                        run("stop: {when: {better: [a, a]}}"),
                        "stop.when.better[1] (line 3, column 27): is the same model again. Name two different models of the"
                                + " run."),
                mistake(
                        run("stop: {when: {ranked: true}}"),
                        "stop.when.ranked (line 3, column 23): needs two models or more. Name another model, or ask whether"
                                + " the score is above something."),
                mistake(
                        run("stop: {when: {ranked: false}}"),
                        "stop.when.ranked (line 3, column 23): asks nothing unless it is true. Write `stop: {when: {above:"
                                + " 0.8}}`, or below, narrower, better: [one, other] or ranked: true."),
                mistake(
                        run("stop: {when: {above: 0.8}, confidence: 95}"),
                        "stop.confidence (line 3, column 40): must be at most 0.9999, but is 95. Write a share: `confidence:"
                                + " 0.95`."),
                mistake(
                        run("stop: {when: {narrower: 0.05}, futility: 0.01}"),
                        "stop.futility (line 3, column 42): has no meaning here: a width has no threshold to be close to."
                                + " Leave futility out."),
                mistake(
                        run("stop: {when: {above: 0.8}, about: benchmarks}"),
                        "stop.about (line 3, column 35): must be questions or benchmark, but is the text 'benchmarks'. Did you"
                                + " mean 'benchmark'?"),
                // yes and no
                mistake(
                        "benchmark: x\nmodels: [{name: a, stream: yes}]",
                        "models[0].stream (line 2, column 28): must be true or false, but is the text 'yes'."
                                + " Write true or false: yes, no, on and off are text."),
                mistake(
                        run("name: true"),
                        "name (line 3, column 7): must be text, but is true. Put it into quotes if it is meant as text."),
                // money
                mistake(
                        run("budget: -3"),
                        "budget (line 3, column 9): must not be negative, but is -3. Write an amount, `12.50`, with its"
                                + " currency if it is not USD: `12.50 EUR`."),
                mistake(
                        run("budget: 12,50"),
                        "budget (line 3, column 9): must be an amount such as 12.50, but is '12,50'. Write an amount,"
                                + " `12.50`, with its currency if it is not USD: `12.50 EUR`."),
                mistake(
                        run("budget: 5 dollars"),
                        "budget (line 3, column 9): must name its currency by its ISO 4217 code such as USD, but names"
                                + " 'dollars'. Write an amount, `12.50`, with its currency if it is not USD: `12.50 EUR`."),
                mistake(
                        run("budget: 1e999999999"),
                        "budget (line 3, column 9): must be an amount such as 12.50, but is '1e999999999'. Write an amount,"
                                + " `12.50`, with its currency if it is not USD: `12.50 EUR`."),
                // names
                mistake(
                        run("group: Vision Lab"),
                        "group (line 3, column 8): must be 1 to 63 lower-case letters, digits, '.', '_' or '-', beginning and"
                                + " ending with a letter or digit, but is 'Vision Lab'."
                                + " Name a group such as `default`, or leave it out."),
                mistake(
                        "benchmark: x\nmodels: [a, b, {name: a}]",
                        "models[2].name (line 2, column 23): names a, as models[0] does. Name a model once: use repeats to ask"
                                + " again, and another run for other parameters."),
                mistake(
                        run("tags: [nightly]"),
                        "tags (line 3, column 7): must be a mapping, but is a list. Write names with a text each:"
                                + " `tags: {purpose: nightly}`."),
                // scoring
                mistake(
                        run("metrics: [exact_matsh]"),
                        "metrics[0] (line 3, column 11): there is no metric 'exact_matsh'. Did you mean 'exact_match'?"),
                // subgroups
                mistake(
                        CUSTOM + ", subgroups: [gender, dialect, gender]}\nmodels: [a]",
                        "benchmark.subgroups[2] (line 1, column 99): names the field of benchmark.subgroups[0] again."
                                + " Name each field once."),
                mistake(
                        CUSTOM + ", subgroups: {positive: [yes]}}\nmodels: [a]",
                        "benchmark.subgroups.fields (line 1, column 81): is missing. Name fields of the items:"
                                + " `subgroups: [gender, dialect]`, or with a positive label `subgroups: {fields: [gender],"
                                + " positive: [yes]}`."),
                mistake(
                        CUSTOM + ", subgroups: []}\nmodels: [a]",
                        "benchmark.subgroups (line 1, column 81): must not be empty. Name fields of the items:"
                                + " `subgroups: [gender, dialect]`, or with a positive label `subgroups: {fields: [gender],"
                                + " positive: [yes]}`."),
                // other forms
                mistake(
                        run("perturbations: [typos, tipos]"),
                        "perturbations[1] (line 3, column 24): there is no perturbation 'tipos'. Did you mean 'typos'?"),
                mistake(
                        run("perturbations: [{name: typos, rat: 0.5}]"),
                        "perturbations[0].rat (line 3, column 31): is not a parameter of the perturbation typos."
                                + " Did you mean 'rate'?"),
                mistake(
                        run("perturbations: [typos, {name: typos, rate: 0.5}]"),
                        "perturbations[1] (line 3, column 24): is called 'typos', as perturbations[0] is."
                                + " Give one of the two a label: `{name: …, label: another_name}`."),
                mistake(
                        run("counterfactuals: [{name: names, from: martians}]"),
                        "counterfactuals[0].from (line 3, column 39): must be english_women, english_men,"
                                + " arabic_women, arabic_men, chinese_women, chinese_men, indian_women or indian_men, but is"
                                + " the text 'martians'. Known are arabic_men, arabic_women, chinese_men, chinese_women,"
                                + " english_men, english_women, indian_men, indian_women."),
                mistake(
                        run("metrics: exact_matsh"),
                        "metrics (line 3, column 10): there is no metric 'exact_matsh'. Did you mean 'exact_match'?"),
                mistake(
                        run("metrics: [{metric: exact_match, repeats: best@3}]"),
                        "metrics[0].repeats (line 3, column 42): must be a fold of repeats, but is 'best@3'. Write mean,"
                                + " mean@k, pass@k, pass^k, maj@k or consistency, with a number for k:"
                                + " `repeats: pass@5`."),
                mistake(
                        run("metrics: [{metric: exact_match, repeats: pass@3}]"),
                        "metrics[0].repeats (line 3, column 42): needs 3 answers to each item, but the run asks for 1."
                                + " Set the run's repeats: `repeats: 3`."),
                mistake(
                        run("repeats: 3\nmetrics: [{metric: bleu, repeats: maj@3}]"),
                        "metrics[0].repeats (line 4, column 35): does not go with bleu, whose scores are not from 0 (wrong)"
                                + " to 1 (right). Leave it out, or use a metric such as exact_match."),
                mistake(
                        run("metrics: [{metric: numeric, absolute_tolerence: 1}]"),
                        "metrics[0].absolute_tolerence (line 3, column 29): is not a parameter of the metric numeric."
                                + " Did you mean 'absolute_tolerance'?"),
                mistake(
                        run("extract: [strip, regx]"),
                        "extract[1] (line 3, column 18): there is no filter 'regx'. Did you mean 'regex'?"),
                mistake(
                        run("extract: [{filter: [strip]}]"),
                        "extract[0].filter (line 3, column 20): must be text, but is a list. Write a list of steps,"
                                + " `extract: [strip]`, or several named ones, `extract: {strict: [...], flexible: [...]}`."),
                mistake(
                        run("metrics: [{metric: {f1: 1}}]"),
                        "metrics[0].metric (line 3, column 20): must be text, but is a mapping. Write names or mappings:"
                                + " `metrics: [exact_match, {metric: numeric, absolute_tolerance: 0.01}]`."),
                mistake(
                        run("perturbations: [{name: {typos: 1}}]"),
                        "perturbations[0].name (line 3, column 24): must be text, but is a mapping. Write names or"
                                + " mappings: `perturbations: [typos, {name: letter_case, to: lower_first}]`."),
                mistake(
                        run("counterfactuals: [{rule: [gender]}]"),
                        "counterfactuals[0].rule (line 3, column 26): must be text, but is a list. Write names or"
                                + " mappings: `counterfactuals: [gender, {name: names, from: english_men, to:"
                                + " arabic_men}]`."),
                mistake(
                        run("extract: [{regex: x}]"),
                        "extract[0] (line 3, column 11): names no filter."
                                + " Write the name under one key: `{filter: regex, parameter: value}`."),
                mistake(
                        run("metrics: [exact_match, exact_match]\nextract: [strip]"),
                        "metrics[1] (line 3, column 24): gives the same score name as metrics[0], 'exact_match'."
                                + " Give one of the two a label: `{metric: …, label: another_name}`."),
                mistake(
                        CUSTOM + ", extract: {strict: [strip]}, metrics: [{metric: f1, pipeline: strikt}]}\n" + MODELS,
                        "benchmark.metrics[0].pipeline (line 1, column 131): there is no extraction pipeline 'strikt'."
                                + " Did you mean 'strict'?"),
                mistake(
                        run("extract: [regex]"),
                        "extract[0] (line 3, column 11): the filter regex needs the parameter pattern."
                                + " Add it: `{filter: regex, pattern: …}`."),
                mistake(
                        run("extract: [{filter: regex, pattern: '(a', group: one}]"),
                        "extract[0].pattern (line 3, column 36): must be a regular expression, but 1 ( is never closed."
                                + " Put it into single quotes, and a backslash before a sign that means itself.",
                        "extract[0].group (line 3, column 49): must be a whole number, but is the text 'one'."
                                + " Write it like `group: 1`."),
                mistake(
                        run("extract: [{filter: regex, pattern: a, regex_pattern: b}]"),
                        "extract[0].regex_pattern (line 3, column 39): says the same as pattern. Keep one of the two."),
                mistake(
                        run("metrics: [{metric: exact_match, ignore_case: yes, regexes_to_ignore: [',', '[']}]"),
                        "metrics[0].ignore_case (line 3, column 46): must be true or false, but is the text 'yes'."
                                + " Write it like `ignore_case: true`.",
                        "metrics[0].regexes_to_ignore[1] (line 3, column 76): must be a regular expression, but the [ at"
                                + " character 1 is never closed."
                                + " Put it into single quotes, and a backslash before a sign that means itself."),
                mistake(
                        run("metrics: [{metric: choice, target: leter}]"),
                        "metrics[0].target (line 3, column 36): must be auto, letter, text or index, but is the text"
                                + " 'leter'. Did you mean 'letter'?"),
                // data
                mistake(
                        "benchmark: {name: x, dataset: {}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset (line 1, column 31): has no data. Give one of file, inline and hash:"
                                + " `dataset: {file: items.jsonl}`."),
                mistake(
                        "benchmark: {name: x, dataset: {file: a, inline: [{q: 1}]}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset.inline (line 1, column 41): stands beside file."
                                + " Give the data once: file, inline or hash."),
                mistake(
                        "benchmark: {name: x, dataset: {inline: []}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset.inline (line 1, column 40): must not be empty."
                                + " Write a list of items: `inline: [{question: \"1 + 1 = ?\", answer: 2}]`."),
                mistake(
                        "benchmark: {name: x, dataset: {hash: abc}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset.hash (line 1, column 38): must be sha256: and 64 hexadecimal digits, but is 'abc'."
                                + " Use the hash that the upload answered."),
                mistake(
                        "benchmark: {name: x, dataset: {file: d.jsonl}, prompt: [{role: human, content: q}], target: t}\n"
                                + MODELS,
                        "benchmark.prompt[0].role (line 1, column 64): must be system, user or assistant, but is the text"
                                + " 'human'. Known are assistant, system, user."),
                // judged texts
                mistake(
                        "benchmark: {name: x, dataset: {file: d.jsonl}, target: t}\n" + MODELS,
                        "benchmark.prompt (line 1, column 12): is missing."
                                + " Write a template, `prompt: \"{{ question }}\"`, or a list of {role, content}."),
                mistake(
                        CUSTOM + ", mode: likelyhood}\n" + MODELS,
                        "benchmark.mode (line 1, column 76): must be generate, loglikelihood or perplexity, but is the"
                                + " text 'likelyhood'. Did you mean 'loglikelihood'?"),
                mistake(
                        CUSTOM + ", mode: loglikelihood}\n" + MODELS,
                        "benchmark.choices (line 1, column 12): is missing."
                                + " Name the field that holds the list of texts to judge: `choices: options`."),
                mistake(
                        CUSTOM + ", mode: perplexity, choices: c, unconditional: A}\n" + MODELS,
                        "benchmark.choices (line 1, column 97): has no meaning where the target is judged."
                                + " Leave it out, or write mode: loglikelihood.",
                        "benchmark.unconditional (line 1, column 115): has no meaning where no choices are judged."
                                + " Write mode: loglikelihood too."),
                mistake(
                        CUSTOM + ", delimiter: \"\"}\n" + MODELS,
                        "benchmark.delimiter (line 1, column 81): has no meaning where the model writes."
                                + " Write mode: loglikelihood too."),
                mistake(
                        CUSTOM + ", mode: perplexity, metrics: [acc, acc_mutual_info]}\n" + MODELS,
                        "benchmark.metrics[0] (line 1, column 98): needs a benchmark of mode: loglikelihood."
                                + " Score what the model writes by other metrics, or judge texts: `mode: loglikelihood`.",
                        "benchmark.metrics[1] (line 1, column 103): needs a benchmark of mode: loglikelihood."
                                + " Score what the model writes by other metrics, or judge texts: `mode: loglikelihood`."),
                mistake(
                        CUSTOM + ", metrics: [perplexity]}\n" + MODELS,
                        "benchmark.metrics[0] (line 1, column 80): needs a benchmark of mode: loglikelihood or perplexity."
                                + " Score what the model writes by other metrics, or judge texts: `mode: loglikelihood`."),
                mistake(
                        CUSTOM + ", mode: loglikelihood, choices: c}\nmetrics: [acc_mutual_info]\n" + MODELS,
                        "metrics[0] (line 2, column 11): needs the choices to be judged without the item's prompt too."
                                + " Give the benchmark `unconditional: \"Answer:\"`."),
                mistake(
                        CUSTOM + ", mode: loglikelihood, choices: c}\n"
                                + "models: [{name: a, temperature: 0.7, topP: 0.9, maxTokens: 5, stop: x, stream: true,"
                                + " extra: {logprobs: true}}]",
                        "models[0].temperature (line 2, column 33): has no meaning where the model writes nothing."
                                + " Leave it out: texts are judged at temperature 0.",
                        "models[0].topP (line 2, column 44): has no meaning where the model writes nothing."
                                + " Leave it out: all of the distribution is needed.",
                        "models[0].maxTokens (line 2, column 60): has no meaning where the model writes nothing."
                                + " Leave it out: one token is asked for and thrown away.",
                        "models[0].stop (line 2, column 69): has no meaning where the model writes nothing."
                                + " Leave it out.",
                        "models[0].stream (line 2, column 80): has no meaning where the model writes nothing."
                                + " Leave it out: there is nothing to stream.",
                        "models[0].extra.logprobs (line 2, column 94): may not be set where texts are judged."
                                + " Leave it out: the benchmark's mode decides what is asked, and log-probabilities of a"
                                + " chat are of what the model writes, not of the prompt."),
                mistake(
                        "benchmark: {name: x, dataset: {file: d.jsonl}, target: t, mode: loglikelihood, choices: c,"
                                + " prompt: [{role: system, content: s}, {role: user, content: q}]}\n" + MODELS,
                        "benchmark.prompt (line 1, column 100): must be one text where texts are judged: a completion has"
                                + " no messages. Write all of it, examples too, as one template:"
                                + " `prompt: \"{{ question }}\"`."),
                // endpoints and keys
                mistake(
                        "benchmark: {name: x, dataset: {file: \"https://h/d.jsonl\"}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset.file (line 1, column 38): must be a file, but is an address."
                                + " Name a file on this computer; download data from elsewhere first."),
                mistake(
                        "benchmark: {name: x, dataset: {url: \"https://h/d.jsonl\"}, prompt: p, target: t}\n" + MODELS,
                        "benchmark.dataset.url (line 1, column 32): a run may not name an endpoint. Endpoints are registered by"
                                + " an administrator as connections; name a registered model instead."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, base_url: \"http://169.254.169.254\"}]",
                        "models[0].base_url (line 2, column 20): a run may not name an endpoint. Endpoints are registered by an"
                                + " administrator as connections; name a registered model instead."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, extra: {hooks: [{to: \"https://h\"}]}}]",
                        "models[0].extra.hooks[0].to (line 2, column 41): a run may not name an endpoint. Endpoints are"
                                + " registered by an administrator as connections; name a registered model instead."),
                mistake(
                        "benchmark: x\nmodels: [{name: a, extra: {messages: []}}]",
                        "models[0].extra.messages (line 2, column 28): may not be set in extra."
                                + " The benchmark's prompt decides them."));
    }

    private static Arguments mistake(String text, String... expected) {
        return Arguments.of(text, List.of(expected));
    }

    private static String run(String more) {
        return "benchmark: x\nmodels: [a]\n" + more;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_named_with_its_place_and_remedy(String text, List<String> expected) {
        // When
        List<String> problems = problems(text);

        // Then
        assertThat(problems).isEqualTo(expected);
    }

    @Test
    void all_mistakes_are_said_at_once_in_the_order_of_their_lines() {
        // When
        List<String> problems = problems("""
                benchmark: {name: x, dataset: {file: d.jsonl}, prompt: p}
                models:
                  - {name: a, temperature: -1}
                  - a
                repeats: none
                budget: $5
                metrics: [exact_matsh, {metric: f1, pipeline: flexible}]
                sede: 1
                """);

        // Then
        assertThat(problems)
                .extracting(p -> p.substring(0, p.indexOf(" (line")))
                .containsExactly(
                        "benchmark.target",
                        "models[0].temperature",
                        "models[1]",
                        "repeats",
                        "budget",
                        "metrics[0]",
                        "metrics[1].pipeline",
                        "sede");
    }

    @Test
    void a_key_in_a_run_is_refused_and_never_repeated() {
        // When
        List<String> problems = problems("""
                benchmark: x
                api_key: sk-secret-1
                models: [{name: a, apiKey: sk-secret-2, extra: {headers: {Authorization: sk-secret-3}}}]
                """);

        // Then
        assertThat(problems)
                .hasSize(3)
                .allSatisfy(p -> assertThat(p)
                        .contains("a provider key or credential may not stand here")
                        .doesNotContain("sk-secret"));
    }

    @Test
    void a_flood_of_mistakes_is_cut() {
        // Given
        String text = "benchmark: x\nmodels: [" + "{}, ".repeat(100) + "a]\n";

        // When
        List<String> problems = problems(text);

        // Then
        assertThat(problems).hasSize(51).endsWith("50 more problems were found. Mend these first.");
    }

    @Test
    void addresses_in_prompts_tags_and_items_are_content() {
        // When
        Parsed<RunSpec> parsed = reader.read("""
                benchmark:
                  name: x
                  dataset: {inline: [{url: "https://example.com", key: a, answer: b}]}
                  prompt: "What is at https://example.com?"
                  target: answer
                models: [a]
                tags: {report: "https://example.com/7"}
                """, "run.yaml");

        // Then
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    }

    private List<String> problems(String text) {
        return switch (reader.read(text, "run.yaml")) {
            case Parsed.Valid<RunSpec> valid -> List.of();
            case Parsed.Invalid<RunSpec> invalid ->
                invalid.problems().stream().map(SpecProblem::text).toList();
        };
    }
}
