package dev.assay.gateway.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.outbox.OutboxRunner;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.stop.StopOutlook;
import dev.assay.gateway.web.Body;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Submits and finds runs. */
@Path("/api/v1/runs")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_KEY = 200;
    private static final String EXAMPLE =
            "name: first look\nbenchmark: assay-core\nmodels: [sim-large, sim-small]\nlimit: 100\nbudget: 1.00\n";

    private final CurrentCaller current;
    private final Runs runs;
    private final Submission submission;
    private final SubmittedRuns submitted;
    private final OutboxRunner runner;
    private final RunsConfig config;

    RunResource(
            CurrentCaller current,
            Runs runs,
            Submission submission,
            SubmittedRuns submitted,
            OutboxRunner runner,
            RunsConfig config) {
        this.current = current;
        this.runs = runs;
        this.submission = submission;
        this.submitted = submitted;
        this.runner = runner;
        this.config = config;
    }

    /** What was made of a submission. */
    @Schema(name = "Submitted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submitted(
            @Schema(description = "Absent for a dry run.") @Nullable
            String id,

            String name,
            String group,

            @Schema(description = "Absent for a dry run.") @Nullable
            RunState state,

            long samples,
            Estimate estimate,

            @Schema(description = "Of a dry run that asks a question: how many items it will probably take.") @Nullable
            StopOutlook stop,

            @Schema(description = "Absent for a dry run.") @Nullable
            Links links) {}

    /** Where to go on. */
    @Schema(name = "RunLinks")
    record Links(String self, String events, String report, String page) {

        static Links of(String run) {
            String self = "/api/v1/runs/" + run;
            return new Links(self, self + "/events", self + "/report", "/#/runs/" + run);
        }
    }

    @POST
    @Consumes({
        "text/yaml",
        "text/x-yaml",
        "application/yaml",
        "application/x-yaml",
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_PLAIN
    })
    @Operation(
            summary = "Submit a run",
            description = "The body is a run spec, YAML or JSON. It is checked completely before anything is made. The"
                    + " answer comes at once, whatever the run's size. With dryRun=true nothing is made.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Check and estimate only.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/yaml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "built-in benchmark", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "The run is accepted.",
            content = @Content(schema = @Schema(implementation = Submitted.class)))
    @APIResponse(
            responseCode = "200",
            description = "Dry run: it would be accepted.",
            content = @Content(schema = @Schema(implementation = Submitted.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something in the spec is wrong; each thing with its place.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response submit(
            InputStream body,
            @Context UriInfo uri,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        Caller caller = current.get();
        boolean dry = QueryParameter.flag("dryRun", uri);
        byte[] text = Body.bytes(body, config.specLimit().asLongValue());
        Optional<SubmittedRuns.Request> request =
                Optional.ofNullable(idempotencyKey).map(key -> request(caller, key, text));
        Optional<String> before = dry ? Optional.empty() : request.flatMap(submitted::before);
        if (before.isPresent()) {
            return accepted(caller, before.get());
        }
        Submission.Checked checked = submission.check(text, name(type), caller);
        if (dry) {
            return Response.ok(dryRun(checked)).build();
        }
        String id = submitted.create(checked, request);
        runner.publishSoon(id);
        return accepted(caller, id);
    }

    private Response accepted(Caller caller, String id) {
        RunView run = runs.view(caller.scope(), id);
        return Response.accepted(new Submitted(
                        id,
                        run.name(),
                        run.group().value(),
                        run.state(),
                        run.samples(),
                        run.estimate(),
                        null,
                        Links.of(id)))
                .build();
    }

    private static Submitted dryRun(Submission.Checked checked) {
        RunDefinition run = checked.definition();
        return new Submitted(
                null,
                run.name(),
                run.group().value(),
                null,
                run.samples(),
                checked.estimate(),
                StopOutlook.of(run),
                null);
    }

    private static SubmittedRuns.Request request(Caller caller, String key, byte[] body) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.malformed("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        return new SubmittedRuns.Request(caller.group(), key, ContentHash.of(body));
    }

    private static String name(@Nullable String type) {
        boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON);
        return json ? "request.json" : "request.yaml";
    }

    @GET
    @Operation(
            summary = "List runs",
            description =
                    "Newest first. state is one of the run states, group a group's name, name a part of the name.")
    public Runs.Page list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("group") @Nullable String group,
            @QueryParam("name") @Nullable String name) {
        Runs.Filter filter = new Runs.Filter(
                QueryParameter.choice("state", given(state), RunState.class).orElse(null), given(group), given(name));
        return runs.list(
                current.get().scope(),
                filter,
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Look at a run",
            description =
                    "A run is named by its id, by the unique beginning of it (at least four characters), or by the"
                            + " word latest.")
    public RunView get(@PathParam("id") String id) {
        return runs.view(current.get().scope(), id);
    }
}
