package dev.assay.contracts.spec;

import dev.assay.contracts.spec.GateSpec.Target;
import dev.assay.contracts.spec.document.DocumentLimits;
import dev.assay.contracts.spec.document.DocumentReader;
import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a gate policy, and says all that is wrong with it at once. Safe for use by many threads. */
public final class GatePolicyReader {

    private final DocumentReader documents = new DocumentReader(DocumentLimits.DEFAULT);

    /**
     * Reads YAML or JSON in UTF-8.
     *
     * @param name of the file or request; one that ends in {@code .json} holds JSON
     */
    public Parsed<GateSpec> read(byte[] text, String name) {
        return finish(documents.read(text, name), name);
    }

    /** The same for a text that is in memory as characters. */
    public Parsed<GateSpec> read(String text, String name) {
        return finish(documents.read(text, name), name);
    }

    private static Parsed<GateSpec> finish(DocumentReader.Result result, String name) {
        return switch (result) {
            case DocumentReader.Result.Unreadable unreadable ->
                new Parsed.Invalid<>(name, SpecProblem.ofFaults(unreadable.faults()));
            case DocumentReader.Result.Document document -> read(document.root(), name);
        };
    }

    private static Parsed<GateSpec> read(Node root, String name) {
        Problems problems = new Problems();
        View policy = View.of(root);
        new ShapeCheck(problems, KeyGuard.ofRun()).check(root, SpecPath.ROOT, GateShape.of(), GateShape.RULES_REMEDY);
        new GateSense(problems).check(policy);
        return problems.isEmpty()
                ? new Parsed.Valid<>(convert(policy), new SpecDocument(name, root))
                : new Parsed.Invalid<>(name, problems.all());
    }

    private static GateSpec convert(View policy) {
        double confidence = number(policy.at("confidence"), GateSpec.USUAL_CONFIDENCE);
        return new GateSpec(
                policy.at("rules").items().stream()
                        .map(rule -> rule(rule, confidence))
                        .toList(),
                policy.at("baseline").text().orElse(null),
                number(policy.at("minimumShared"), GateSpec.USUAL_SHARED),
                policy.at("cluster").text().orElse(null));
    }

    private static GateSpec.Rule rule(View rule, double confidence) {
        Double threshold = number(rule.at("threshold"));
        return new GateSpec.Rule(
                rule.at("metric").text().orElseThrow(),
                rule.at("direction").text().map("higher"::equals).orElse(null),
                threshold != null
                        ? new Target.Threshold(threshold)
                        : new Target.MaximumDrop(
                                number(rule.at("maxDrop")),
                                number(rule.at("maxRelativeDrop")),
                                number(rule.at("baseline"))),
                !rule.at("tier").text().filter("advisory"::equals).isPresent(),
                number(rule.at("confidence"), confidence),
                rule.at("byCategory").flag());
    }

    private static @Nullable Double number(View view) {
        return view.decimal().map(BigDecimal::doubleValue).orElse(null);
    }

    private static double number(View view, double standard) {
        return Objects.requireNonNullElse(number(view), standard);
    }
}
