package dev.assay.gateway.runs;

import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.RunSpecReader;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.contracts.spec.Vocabulary;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks what somebody submits, completely and without writing anything: the text, names, data, templates, prices, and
 * the budget against an estimate. Thread-safe.
 */
final class Submission {

    /** So many items are rendered; of all others only the fields are known to be there. */
    private static final int RENDERED_ITEMS = 2_000;

    /** What fits into one record of the broker with room to spare. */
    private static final int LONGEST_DEFINITION = 512 * 1024;

    private final RunSpecReader reader = new RunSpecReader(Vocabulary.standard());
    private final PromptCheck prompts = new PromptCheck(new TemplateEngine());
    private final Supplier<Installation> installation;
    private final Datasets datasets;
    private final EstimateClient estimates;
    private final IdSource ids;

    Submission(Supplier<Installation> installation, Datasets datasets, EstimateClient estimates, IdSource ids) {
        this.installation = installation;
        this.datasets = datasets;
        this.estimates = estimates;
        this.ids = ids;
    }

    /**
     * A run that may begin.
     *
     * @param currency of all its prices
     */
    record Checked(RunDefinition definition, Resolution.Data data, Estimate estimate, String currency) {}

    /**
     * @param name of the text, which tells JSON from YAML
     * @throws Refusal if anything is wrong
     */
    Checked check(byte[] text, String name, Caller caller) {
        return switch (reader.read(text, name)) {
            case Parsed.Valid<RunSpec> valid -> check(valid, caller);
            case Parsed.Invalid<RunSpec> invalid ->
                throw Refusal.invalid(
                        invalid.problems().stream().map(Finding::of).toList());
        };
    }

    private Checked check(Parsed.Valid<RunSpec> run, Caller caller) {
        SpecFindings findings = new SpecFindings(run.document());
        Resolution.Resolved resolved = new Resolution(run, caller, installation.get(), datasets, findings).resolve();
        List<String> rendered = prompts.check(
                resolved.benchmark(),
                run.value().variants(),
                resolved.data().facts(),
                items(resolved.data()),
                findings);
        MetricCheck.check(run.value(), resolved.benchmark(), findings);
        findings.refuseIfAny();
        RunDefinition definition = Definitions.run(
                run.value(),
                ids.nextRun(),
                resolved.group(),
                resolved.benchmark(),
                resolved.models(),
                resolved.judges(),
                resolved.prices().version());
        checkSize(definition, findings);
        new StopCheck(findings).check(definition, run.value().stop());
        findings.refuseIfAny();
        Estimate estimate = estimates.estimate(definition, rendered);
        checkBudget(definition.budget(), estimate, findings);
        findings.refuseIfAny();
        return new Checked(definition, resolved.data(), estimate, resolved.currency());
    }

    private List<Datasets.Item> items(Resolution.Data data) {
        return switch (data) {
            case Resolution.Data.Stored stored -> datasets.first(stored.dataset(), RENDERED_ITEMS);
            case Resolution.Data.Fresh fresh ->
                fresh.dataset().items().stream()
                        .limit(RENDERED_ITEMS)
                        .map(item -> new Datasets.Item(item.line(), item.id(), item.canonicalJson()))
                        .toList();
        };
    }

    private static void checkSize(RunDefinition definition, SpecFindings findings) {
        int length = EventJson.mapper().valueToTree(definition).toString().length();
        if (length > LONGEST_DEFINITION) {
            findings.add(
                    SpecPath.ROOT,
                    "the run without its data is longer than " + LONGEST_DEFINITION + " characters",
                    "Shorten prompts, extra fields and tags.");
            findings.refuseIfAny();
        }
    }

    private static void checkBudget(@Nullable Money budget, Estimate estimate, SpecFindings findings) {
        if (budget != null && budget.compareTo(estimate.low()) < 0) {
            findings.add(
                    SpecPath.of("budget"),
                    "of " + budget + " is less than the run will cost: about " + estimate.expected() + ", between "
                            + estimate.low() + " and " + estimate.high(),
                    "Raise the budget, or ask less: fewer models or repeats, or a limit.");
        }
    }
}
