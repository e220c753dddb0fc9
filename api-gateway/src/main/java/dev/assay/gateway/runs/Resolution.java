package dev.assay.gateway.runs;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetProblem;
import dev.assay.benchmarks.dataset.InvalidDatasetException;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.spec.BenchmarkSpec;
import dev.assay.contracts.spec.DatasetSource;
import dev.assay.contracts.spec.Definitions;
import dev.assay.contracts.spec.ModelSpec;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.RunSpec;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.Role;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.catalogue.BuiltIn;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.datasets.ReadDataset;
import dev.assay.gateway.datasets.StoredDataset;
import dev.assay.gateway.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up what a spec names: group, models, prices, benchmark, data. Finds everything that is wrong before it refuses.
 * Used for one submission.
 */
final class Resolution {

    private static final SpecPath BENCHMARK = SpecPath.of("benchmark");

    private final Parsed.Valid<RunSpec> run;
    private final RunSpec spec;
    private final Caller caller;
    private final Installation installation;
    private final Datasets datasets;
    private final SpecFindings findings;

    Resolution(
            Parsed.Valid<RunSpec> run,
            Caller caller,
            Installation installation,
            Datasets datasets,
            SpecFindings findings) {
        this.run = run;
        this.spec = run.value();
        this.caller = caller;
        this.installation = installation;
        this.datasets = datasets;
        this.findings = findings;
    }

    /**
     * A spec with every name looked up.
     *
     * @param currency of all prices
     */
    record Resolved(
            GroupId group,
            BenchmarkDefinition benchmark,
            Data data,
            List<ModelUse> models,
            List<JudgeUse> judges,
            PriceBook prices,
            String currency) {}

    /** Data of a run: stored before, or read just now and not stored yet. */
    sealed interface Data {

        record Stored(StoredDataset dataset) implements Data {}

        record Fresh(ReadDataset dataset) implements Data {}

        /** Sizes and fields of it. */
        default StoredDataset facts() {
            return switch (this) {
                case Stored stored -> stored.dataset();
                case Fresh fresh -> fresh.dataset().unstored();
            };
        }
    }

    /** @throws Refusal if something is wrong */
    Resolved resolve() {
        GroupId group = group();
        List<ModelUse> models = models();
        List<ModelUse> judging = judging();
        Optional<Bench> bench = bench();
        findings.refuseIfAny();
        PriceBook prices = installation
                .prices()
                .orElseThrow(() -> Refusal.unavailable("the price book is not there yet; try again in a moment"));
        String currency = currency(prices, models, judging);
        Bench known = bench.orElseThrow();
        List<JudgeUse> judges = Judges.of(spec, judging, models, known.definition(), findings);
        findings.refuseIfAny();
        return new Resolved(group, known.definition(), known.data(), models, judges, prices, currency);
    }

    private GroupId group() {
        GroupId wanted = spec.group() == null ? caller.group() : spec.group();
        SpecPath path = SpecPath.of("group");
        if (caller.role() == Role.MEMBER && !wanted.equals(caller.group())) {
            findings.add(
                    path,
                    "is not the group of your key, which is " + caller.group(),
                    "Leave group out, or use a key of that group.");
        } else if (!installation.groups().contains(wanted)) {
            List<String> names =
                    installation.groups().stream().map(GroupId::value).toList();
            findings.add(
                    path,
                    "there is no group '" + wanted + "'",
                    "Register it in the platform file, or name one that is there."
                            + NearestNames.hint(wanted.value(), names));
        }
        return wanted;
    }

    private List<ModelUse> models() {
        List<ModelUse> uses = new ArrayList<>();
        for (int i = 0; i < spec.models().size(); i++) {
            use(spec.models().get(i), SpecPath.of("models").index(i)).ifPresent(uses::add);
        }
        return uses;
    }

    private List<ModelUse> judging() {
        List<ModelUse> uses = new ArrayList<>();
        for (int i = 0; i < spec.judges().size(); i++) {
            use(spec.judges().get(i).model(), Judges.path(spec, i).key("model")).ifPresent(uses::add);
        }
        return uses;
    }

    private Optional<ModelUse> use(ModelSpec model, SpecPath path) {
        RegisteredModel registered = installation.models().get(model.name());
        if (registered == null) {
            findings.add(
                    path,
                    "there is no model '" + model.name() + "'",
                    "Name a registered model." + NearestNames.hint(model.name().value(), installation.modelNames()));
            return Optional.empty();
        }
        Optional<Pool> pool = installation.poolOf(registered.connection());
        if (pool.isEmpty()) {
            findings.add(
                    path,
                    "the connection of '" + model.name() + "' is in no pool",
                    "Put the connection " + registered.connection() + " into a pool of the platform file.");
            return Optional.empty();
        }
        return Optional.of(model.use(registered, pool.get().id()));
    }

    private String currency(PriceBook prices, List<ModelUse> models, List<ModelUse> judging) {
        Set<String> currencies = new TreeSet<>();
        for (int i = 0; i < models.size() + judging.size(); i++) {
            boolean judges = i >= models.size();
            ModelUse model = judges ? judging.get(i - models.size()) : models.get(i);
            SpecPath path = judges
                    ? Judges.path(spec, i - models.size()).key("model")
                    : SpecPath.of("models").index(i);
            prices.price(model.id())
                    .ifPresentOrElse(
                            price -> currencies.add(price.currency()),
                            () -> findings.add(
                                    path,
                                    "the model '" + model.id() + "' has no price in the price book " + prices.version(),
                                    "Give it a price in the platform file, such as price: {input: 0.15, output: 0.60},"
                                            + " or 0 and 0 if it costs nothing."));
        }
        if (currencies.size() > 1) {
            findings.add(
                    SpecPath.of("models"),
                    "the prices of these models are in " + String.join(" and ", currencies),
                    "Put models of one currency into a run.");
        }
        Money budget = spec.budget();
        String currency = currencies.stream().findFirst().orElse("USD");
        if (budget != null && !currencies.isEmpty() && !budget.currency().equals(currency)) {
            findings.add(
                    SpecPath.of("budget"),
                    "is in " + budget.currency() + ", but the models' prices are in " + currency,
                    "Write the budget in " + currency + ".");
        }
        return currency;
    }

    private Optional<Bench> bench() {
        return switch (spec.benchmark()) {
            case BenchmarkSpec.BuiltIn builtIn -> builtIn(builtIn.name());
            case BenchmarkSpec.Custom custom ->
                data(custom.dataset()).map(data -> {
                    StoredDataset facts = data.facts();
                    return new Bench(
                            Definitions.custom(spec, custom, new DatasetRef(facts.hash(), facts.items())), data);
                });
        };
    }

    private Optional<Bench> builtIn(String name) {
        BuiltIn known = installation.benchmarks().get(name);
        if (known == null) {
            findings.add(
                    BENCHMARK,
                    "there is no built-in benchmark '" + name + "'",
                    "Name a built-in one, or describe your own with name, dataset, prompt and target."
                            + NearestNames.hint(name, installation.benchmarks().keySet()));
            return Optional.empty();
        }
        return switch (Definitions.builtIn(run, known.definition())) {
            case Parsed.Valid<BenchmarkDefinition> valid ->
                Optional.of(new Bench(valid.value(), new Data.Fresh(known.data())));
            case Parsed.Invalid<BenchmarkDefinition> invalid -> {
                findings.addAll(invalid.problems());
                yield Optional.empty();
            }
        };
    }

    private Optional<Data> data(DatasetSource source) {
        return switch (source) {
            case DatasetSource.File file -> {
                findings.add(
                        SpecFindings.DATASET.key("file"),
                        "a server does not open files",
                        "Upload it with POST /api/v1/datasets and write dataset: {hash: ...}; `./assay run` does that.");
                yield Optional.empty();
            }
            case DatasetSource.Stored stored -> {
                Scope scope = caller.scope();
                Optional<StoredDataset> found = datasets.find(scope, stored.hash());
                if (found.isEmpty()) {
                    findings.add(
                            SpecFindings.DATASET.key("hash"),
                            "there is no dataset with this hash",
                            "Upload it with POST /api/v1/datasets and use the hash of the answer.");
                }
                yield found.map(Data.Stored::new);
            }
            case DatasetSource.Inline inline -> inline(inline);
        };
    }

    private Optional<Data> inline(DatasetSource.Inline inline) {
        try {
            byte[] lines = inline.jsonLines().getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Data.Fresh(ReadDataset.of(lines, DatasetFormat.JSONL)));
        } catch (InvalidDatasetException e) {
            // Each item was written as one line.
            DatasetProblem problem = e.problem();
            SpecPath items = SpecFindings.DATASET.key("inline");
            SpecPath path = problem.line() == null ? items : items.index(problem.line() - 1);
            findings.add(path, problem.message(), problem.remedy());
            return Optional.empty();
        }
    }

    private record Bench(BenchmarkDefinition definition, Data data) {}
}
