package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Posting;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.spec.SpecFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gate policy as its author wrote it; what the server finds wrong is told at its place in the file. */
record GatePolicyFile(Path path, SpecFile file) {

    /** Of a gate only a verdict may end with 0 or 1: what goes wrong is not a release, and not a NO-GO either. */
    private static final int UNDECIDED = 2;

    static GatePolicyFile read(Path path) {
        return new GatePolicyFile(path, SpecFile.read(path));
    }

    /** @throws Failure with one line for each thing that is wrong */
    void check(Api api) {
        var unused = send(api, "/api/v1/gates/check");
    }

    /** The verdict, as the API gives it. @throws Failure if there is none, with a status that is not a verdict's */
    JsonNode decide(Api api, String run, Optional<String> model, @Nullable String baseline) {
        return send(
                api,
                Query.run(run, "/gate")
                        .with("model", model.orElse(null))
                        .with("baseline", baseline)
                        .text());
    }

    private JsonNode send(Api api, String to) {
        try {
            return api.send(Posting.text(to, file.text(), file.mediaType()));
        } catch (Refusal e) {
            throw e.problems().stream().noneMatch(problem -> problem.line().isPresent())
                    ? undecided(e)
                    : new Failure(
                            UNDECIDED,
                            e.problems().stream()
                                    .map(problem -> problem.text(path.toString()))
                                    .toList());
        }
    }

    /** Nothing was decided, whatever the reason; only a server that is away keeps its own status. */
    static Failure undecided(Failure failure) {
        return failure.status() == ExitStatus.UNREACHABLE
                ? failure
                : new Failure(UNDECIDED, failure.text().lines().toList());
    }
}
