package dev.assay.gateway.runs;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.benchmarks.template.TemplateProblem;
import dev.assay.benchmarks.variant.ItemVariants;
import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.LikelihoodText;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SubgroupSpec;
import dev.assay.contracts.run.VariantUse;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.datasets.StoredDataset;
import dev.assay.scoring.definition.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks templates against data: every field that they need against what is known of all items, and rendering itself on
 * items that are at hand. The first item that does not fit is named. Thread-safe.
 */
final class PromptCheck {

    private static final SpecPath BENCHMARK = SpecPath.of("benchmark");
    private static final int MOST_PROMPTS = 200;
    private static final int MOST_PROMPT_CHARS = 2_000_000;

    private final TemplateEngine engine;

    PromptCheck(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Checks, adds what is wrong to the findings, and gives some of the rendered prompts for an estimate.
     *
     * @param items some items of the dataset, in its order
     */
    List<String> check(
            BenchmarkDefinition benchmark,
            List<VariantUse> variants,
            StoredDataset dataset,
            List<Datasets.Item> items,
            SpecFindings findings) {
        Optional<SampleTemplates> templates = compile(benchmark, findings);
        checkSubgroups(benchmark, dataset, findings);
        templates.ifPresent(compiled -> checkVariants(compiled, variants, findings));
        if (templates.isEmpty() || lacksFields(templates.get(), dataset, findings)) {
            return List.of();
        }
        int step = Math.max(1, items.size() / MOST_PROMPTS);
        List<String> prompts = new ArrayList<>();
        long chars = 0;
        for (int i = 0; i < items.size(); i++) {
            Optional<Sample> sample = render(templates.get(), items.get(i), findings);
            if (sample.isEmpty()) {
                return List.of();
            }
            if (i % step == 0 && prompts.size() < MOST_PROMPTS && chars < MOST_PROMPT_CHARS) {
                String prompt = asked(benchmark, sample.get());
                prompts.add(prompt);
                chars += prompt.length();
            }
        }
        return prompts;
    }

    /** All that is sent for a sample. */
    private static String asked(BenchmarkDefinition benchmark, Sample sample) {
        LikelihoodSpec likelihood = benchmark.likelihood();
        Stream<String> texts = likelihood == null
                ? sample.messages().stream().map(Message::content)
                : likelihood.texts(sample.messages(), sample.context()).stream().map(LikelihoodText::text);
        return texts.collect(Collectors.joining("\n"));
    }

    /** What a rule takes was checked; whether its values make sense together is known by the rule. */
    private static void checkVariants(SampleTemplates templates, List<VariantUse> variants, SpecFindings findings) {
        for (VariantUse use : variants) {
            try {
                var unused = ItemVariants.of(templates, List.of(use), 0);
            } catch (DefinitionException e) {
                String list = use.kind() == VariantUse.Kind.PERTURBATION ? "perturbations" : "counterfactuals";
                findings.add(
                        SpecPath.of(list),
                        "the rule " + use.label() + " does not work: " + e.problem(),
                        "Correct its parameters.");
            }
        }
    }

    /** Items without a value belong to no group, but a field that no item has is a mistake. */
    private static void checkSubgroups(BenchmarkDefinition benchmark, StoredDataset dataset, SpecFindings findings) {
        SubgroupSpec subgroups = benchmark.subgroups();
        for (String field : subgroups == null ? List.<String>of() : subgroups.fields()) {
            if (dataset.firstLineWithout(field).filter(line -> line == 0).isPresent()) {
                findings.add(
                        BENCHMARK.key("subgroups"),
                        "no item has the field '" + field + "'",
                        "Name a field that says who is in an item." + known(field, dataset));
            }
        }
    }

    private Optional<SampleTemplates> compile(BenchmarkDefinition benchmark, SpecFindings findings) {
        try {
            return Optional.of(SampleTemplates.compile(benchmark, engine));
        } catch (TemplateException e) {
            TemplateProblem problem = e.problem();
            findings.add(path(problem), line(problem) + problem.message(), problem.remedy());
            return Optional.empty();
        }
    }

    private static boolean lacksFields(SampleTemplates templates, StoredDataset dataset, SpecFindings findings) {
        boolean lacks = false;
        for (String field : templates.requiredFields()) {
            Optional<Integer> line = dataset.firstLineWithout(field);
            if (line.isPresent()) {
                lacks = true;
                String needed = "the field '" + field + "', which the benchmark needs, is missing in ";
                String remedy = remedy(field, dataset);
                if (line.get() == 0) {
                    findings.add(SpecFindings.DATASET, needed + "all items", remedy);
                } else {
                    findings.addInItem(line.get(), needed + "line " + line.get() + " of the dataset", remedy);
                }
            }
        }
        return lacks;
    }

    private static String remedy(String field, StoredDataset dataset) {
        return "Add it to the item, or correct its name in prompt, target or choices." + known(field, dataset);
    }

    private static String known(String field, StoredDataset dataset) {
        List<String> known =
                dataset.fields().keySet().stream().sorted().limit(20).toList();
        String hint = dataset.fields().containsKey(field) ? "" : NearestNames.hint(field, known);
        return " The items have " + String.join(", ", known) + "." + hint;
    }

    private static Optional<Sample> render(SampleTemplates templates, Datasets.Item item, SpecFindings findings) {
        String place = "item '" + item.id() + "', line " + item.line() + " of the dataset: ";
        try {
            Sample sample = templates.render(item.id(), SampleTemplates.fields(item.body()));
            if (sample.context().references().isEmpty()) {
                findings.addInItem(item.line(), place + "it has no reference answer", "Give its target a value.");
                return Optional.empty();
            }
            return Optional.of(sample);
        } catch (TemplateException e) {
            TemplateProblem problem = e.problem();
            findings.addWithItem(
                    path(problem), item.line(), place + line(problem) + problem.message(), problem.remedy());
            return Optional.empty();
        }
    }

    private static String line(TemplateProblem problem) {
        return problem.line() == null ? "" : "line " + problem.line() + " of the template: ";
    }

    /** Templates are named by their place in the benchmark; a prompt that is one text is called like its first message. */
    private static SpecPath path(TemplateProblem problem) {
        String name = problem.template();
        return BENCHMARK.key(name.startsWith("prompt") ? "prompt" : name);
    }
}
