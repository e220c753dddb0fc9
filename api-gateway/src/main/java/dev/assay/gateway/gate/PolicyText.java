package dev.assay.gateway.gate;

import dev.assay.contracts.spec.GatePolicyReader;
import dev.assay.contracts.spec.GateSpec;
import dev.assay.contracts.spec.Parsed;
import dev.assay.contracts.spec.SpecDocument;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Body;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it was sent, and what it was read from, to find places in.
 *
 * @param document for later findings
 */
record PolicyText(GateSpec policy, SpecDocument document) {

    static final String EXAMPLE = "rules:\n  - {metric: exact_match, maxDrop: 0.02}\n";

    private static final long LONGEST = 1 << 20;
    private static final GatePolicyReader READER = new GatePolicyReader();

    /** Reads a body. @param type its media type @throws Refusal with all that is wrong, each thing at its place */
    static PolicyText read(InputStream body, @Nullable String type) {
        boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        return switch (READER.read(Body.bytes(body, LONGEST), json ? "policy.json" : "policy.yaml")) {
            case Parsed.Valid<GateSpec> valid -> new PolicyText(valid.value(), valid.document());
            case Parsed.Invalid<GateSpec> invalid ->
                throw Refusal.invalid(
                        invalid.problems().stream().map(Finding::of).toList());
        };
    }
}
