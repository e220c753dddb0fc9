package dev.assay.gateway.runs;

import dev.assay.contracts.spec.SpecDocument;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.contracts.spec.SpecProblem;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a spec, each thing at its place in the text. Not thread-safe. */
final class SpecFindings {

    /** Where a spec says what its data is. */
    static final SpecPath DATASET = SpecPath.of("benchmark").key("dataset");

    private final SpecDocument document;
    private final List<Finding> findings = new ArrayList<>();

    SpecFindings(SpecDocument document) {
        this.document = document;
    }

    void add(SpecPath path, String message, String remedy) {
        findings.add(Finding.of(document.problem(path, message, remedy)));
    }

    /** Something that an item lacks: at its place if the spec has the data, else with its line of the dataset. */
    void addInItem(int line, String message, String remedy) {
        SpecPath item = DATASET.key("inline").index(line - 1);
        if (document.has(item)) {
            add(item, message, remedy);
        } else {
            addInDataset(DATASET, line, message, remedy);
        }
    }

    /** Something that a text of the spec comes to with an item, whose line the dataset may have in a file of its own. */
    void addWithItem(SpecPath text, int line, String message, String remedy) {
        if (document.has(DATASET.key("inline"))) {
            add(text, message, remedy);
        } else {
            addInDataset(text, line, message, remedy);
        }
    }

    /** A line of the dataset is not one of the spec, and has no column. */
    private void addInDataset(SpecPath path, int line, String message, String remedy) {
        findings.add(new Finding(path.toString(), line, null, message, remedy));
    }

    void addAll(List<SpecProblem> problems) {
        problems.forEach(problem -> findings.add(Finding.of(problem)));
    }

    /** @throws Refusal if anything was found */
    void refuseIfAny() {
        if (!findings.isEmpty()) {
            throw Refusal.invalid(findings);
        }
    }
}
