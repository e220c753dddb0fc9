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

    private final SpecDocument document;
    private final List<Finding> findings = new ArrayList<>();

    SpecFindings(SpecDocument document) {
        this.document = document;
    }

    void add(SpecPath path, String message, String remedy) {
        findings.add(Finding.of(document.problem(path, message, remedy)));
    }

    /** Something in a line of the dataset, which is not a line of the spec, and has no column. */
    void addInDataset(SpecPath path, int line, String message, String remedy) {
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
