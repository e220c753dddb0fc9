package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Posting;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.api.Unreachable;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.spec.DataFile;
import dev.assay.cli.spec.SpecFile;
import dev.assay.cli.text.Figures;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * Sends a spec, and before it the data that it names.
 *
 * @param err where an upload is mentioned
 */
record Submission(Api api, PrintStream err) {

    private static final long MEGABYTE = 1L << 20;

    /** @throws Failure with one line for each thing that is wrong, at its place in the file */
    JsonNode submit(SpecFile spec, boolean dryRun, Optional<String> group, Optional<String> idempotencyKey) {
        SpecFile.Sent sent = spec.sent(spec.data().map(this::upload), group);
        String path =
                Query.of("/api/v1/runs").with("dryRun", dryRun ? "true" : null).text();
        Posting posting = Posting.text(path, sent.text(), spec.mediaType());
        try {
            return api.send(idempotencyKey
                    .map(key -> posting.with("Idempotency-Key", checked(key)))
                    .orElse(posting));
        } catch (Refusal e) {
            if (e.problems().isEmpty()) {
                throw e;
            }
            throw new Failure(e.status(), e.problems().stream().map(sent::shown).toList());
        }
    }

    private String upload(DataFile data) {
        if (data.size() > MEGABYTE) {
            err.println("Uploading " + data.shown() + " (" + Figures.count(data.size() / MEGABYTE) + " MB) …");
        }
        String path = "/api/v1/datasets?format=" + data.format();
        try {
            Posting posting = Posting.of(path, BodyPublishers.ofFile(data.path()), "application/octet-stream");
            return api.send(posting).path("dataset").asText();
        } catch (FileNotFoundException e) {
            throw Failure.badInput(data.shown() + ": cannot be read (" + e.getMessage() + ").");
        } catch (Refusal e) {
            throw e.problems().isEmpty()
                    ? new Failure(e.status(), java.util.List.of(data.shown() + ": " + e.text()))
                    : new Failure(
                            e.status(),
                            e.problems().stream()
                                    .map(problem -> problem.text(data.shown()))
                                    .toList());
        } catch (Unreachable e) {
            if (data.size() <= DataFile.USUAL_LIMIT) {
                throw e;
            }
            throw Failure.badInput(data.shown() + ": the server broke off the upload of "
                    + Figures.count(data.size() / MEGABYTE) + " MB; it accepts 64 MB unless it is configured"
                    + " otherwise — split the data, or raise gateway.upload-limit.");
        }
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > 200 || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw Failure.badInput("--idempotency-key: has 1 to 200 visible ASCII characters.");
        }
        return key;
    }
}
