package dev.assay.gateway.datasets;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.contracts.id.ContentHash;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.web.UploadFormat;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes datasets in. */
@Path("/api/v1/datasets")
@Tag(name = "Datasets")
@Produces(MediaType.APPLICATION_JSON)
class DatasetResource {

    private final CurrentCaller current;
    private final DatasetUpload uploads;

    DatasetResource(CurrentCaller current, DatasetUpload uploads) {
        this.current = current;
        this.uploads = uploads;
    }

    /** A dataset version, named by its content. */
    @Schema(name = "Dataset")
    record DatasetView(
            @Schema(examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            ContentHash dataset,

            @Schema(examples = "1319") int items,

            @Schema(description = "Length of the upload.", examples = "749738")
            long bytes) {}

    @POST
    @Consumes({
        "application/x-ndjson",
        "application/jsonl",
        "text/csv",
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN
    })
    @Operation(
            summary = "Upload a dataset",
            description =
                    "JSON Lines, CSV with a header line, or a JSON array of objects; format (jsonl, csv, json) or the"
                            + " Content-Type says which. The same content gives the same hash. It is your group's alone.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY))
            })
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DatasetView.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something in the data is wrong; the first thing with its line.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response upload(
            InputStream body,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        Caller caller = current.get();
        DatasetFormat wanted = UploadFormat.of(format, type);
        StoredDataset dataset = uploads.receive(body, wanted, caller.group());
        return Response.status(201)
                .entity(new DatasetView(dataset.hash(), dataset.items(), dataset.bytes()))
                .build();
    }
}
