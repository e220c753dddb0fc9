package dev.assay.gateway.samples;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.QueryParameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All samples of a run as a file. */
@Path("/api/v1/runs/{id}/export")
@Tag(name = "Results")
class ExportResource {

    /** Each holds a connection to the database for as long as its reader takes. */
    private static final int AT_ONCE = 4;

    private static final long PATIENCE_SECONDS = 10;

    private final CurrentCaller current;
    private final Runs runs;
    private final SampleExport export;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    ExportResource(CurrentCaller current, Runs runs, SampleExport export) {
        this.current = current;
        this.runs = runs;
        this.export = export;
    }

    /** How an export is written. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        JSONL("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    @GET
    @Operation(
            summary = "Export samples",
            description =
                    "One row per sample, in the order of model, item and repeat, streamed. format is csv or jsonl;"
                            + " with prompts=true each JSON line also holds prompt and references.")
    @Parameter(
            name = "prompts",
            in = ParameterIn.QUERY,
            description = "Whether JSON lines hold prompt and references.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = SampleView.class))
            })
    public Response export(
            @PathParam("id") String id, @QueryParam("format") @Nullable String format, @Context UriInfo uri) {
        StoredRun run = runs.find(current.get().scope(), id);
        Format wanted = QueryParameter.choice("format", format, Format.class).orElse(Format.CSV);
        boolean withPrompts = QueryParameter.flag("prompts", uri);
        if (withPrompts && wanted == Format.CSV) {
            throw Refusal.malformed("prompts", "are exported with format=jsonl only");
        }
        StreamingOutput body = out -> {
            takeSlot();
            try {
                switch (wanted) {
                    case CSV -> export.csv(run, out);
                    case JSONL -> export.jsonLines(run, withPrompts, out);
                }
            } finally {
                slots.release();
            }
        };
        String file = "assay-" + run.id() + "." + wanted.name().toLowerCase(Locale.ROOT);
        return Response.ok(body)
                .type(wanted.mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private void takeSlot() {
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.unavailable("too many exports are running; try again when one has ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("the gateway is stopping");
        }
    }
}
