package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.DocumentLimits;
import dev.assay.contracts.spec.document.DocumentReader;
import dev.assay.contracts.spec.document.Node;

/**
 * Reads a run spec. Finds everything that can be found without asking a registry, and says all of it at once. Safe for
 * use by many threads.
 */
public final class RunSpecReader {

    private static final String REMEDY = "Begin with `benchmark: name` and `models: [name]`.";

    private final DocumentReader documents = new DocumentReader(DocumentLimits.DEFAULT);
    private final KeyGuard guard = KeyGuard.ofRun();
    private final Vocabulary vocabulary;

    /** @param vocabulary filters and metrics that a spec may name */
    public RunSpecReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads YAML or JSON in UTF-8, at most 16 MiB.
     *
     * @param name of the file or request; one that ends in {@code .json} holds JSON
     */
    public Parsed<RunSpec> read(byte[] text, String name) {
        return finish(documents.read(text, name), name);
    }

    /** The same for a text that is in memory as characters. */
    public Parsed<RunSpec> read(String text, String name) {
        return finish(documents.read(text, name), name);
    }

    private Parsed<RunSpec> finish(DocumentReader.Result result, String name) {
        return switch (result) {
            case DocumentReader.Result.Unreadable unreadable ->
                new Parsed.Invalid<>(name, SpecProblem.ofFaults(unreadable.faults()));
            case DocumentReader.Result.Document document -> read(document.root(), name);
        };
    }

    private Parsed<RunSpec> read(Node root, String name) {
        Problems problems = new Problems();
        View run = View.of(root);
        new ShapeCheck(problems, guard).check(root, SpecPath.ROOT, RunShape.of(), REMEDY);
        new RunSense(problems, guard).check(run);
        new LikelihoodSense(problems).check(run);
        new StopSense(problems).check(run);
        ScoringNames names = new ScoringNames(vocabulary, problems);
        long repeats = run.at("repeats").whole().orElse(1L);
        names.check(run, repeats);
        names.check(run.at("benchmark"), repeats);
        names.checkVariants(run);
        new ScoringFit(problems).check(run);
        new VariantsFit(problems).check(run);
        SubgroupsReader.check(run.at("benchmark"), problems);
        return problems.isEmpty()
                ? new Parsed.Valid<>(RunSpecConversion.convert(run), new SpecDocument(name, root))
                : new Parsed.Invalid<>(name, problems.all());
    }
}
