package dev.assay.gateway.arena;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import dev.assay.gateway.web.UploadFormat;
import dev.assay.scoring.board.Voter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The votes of an arena: as a list, and as files in and out. */
@Path("/api/v1/arenas/{id}")
@Tag(name = "Arena")
class VoteFileResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    /** Each holds a connection to the database for as long as its client takes. */
    private static final int AT_ONCE = 2;

    private final CurrentCaller current;
    private final Arenas arenas;
    private final Votes votes;
    private final VoteImport imports;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    /** A file is in memory while it is read. */
    private final Semaphore reading = new Semaphore(1);

    VoteFileResource(CurrentCaller current, Arenas arenas, Votes votes, VoteImport imports) {
        this.current = current;
        this.arenas = arenas;
        this.votes = votes;
        this.imports = imports;
    }

    /** How votes are written. */
    enum Format {
        CSV,
        JSONL
    }

    /** Whose votes are listed. */
    enum Whose {
        MINE
    }

    /** What was imported. */
    @Schema(name = "ImportedVotes")
    record Imported(int votes) {}

    @GET
    @Path("votes")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List votes",
            description =
                    "Newest first, withdrawn ones included. voter is person, judge or unknown; whose=mine leaves out"
                            + " what others gave.")
    public VoteView.Page list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("voter") @Nullable String voter,
            @QueryParam("whose") @Nullable String whose) {
        Arena arena = arenas.find(current.get().scope(), id);
        boolean mine = QueryParameter.choice("whose", whose, Whose.class).isPresent();
        return votes.page(
                arena,
                QueryParameter.choice("voter", voter, Voter.class),
                mine ? current.get().keyId() : null,
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }

    @GET
    @Path("export")
    @Operation(
            summary = "Export votes",
            description = "Those that stand, in their order, streamed. format is csv or jsonl. The fields are those of"
                    + " public files of battles, and can be imported again.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = VoteView.class))
            })
    public Response export(@PathParam("id") String id, @QueryParam("format") @Nullable String format) {
        Arena arena = arenas.find(current.get().scope(), id);
        Format wanted = QueryParameter.choice("format", format, Format.class).orElse(Format.JSONL);
        StreamingOutput body = out -> {
            take(slots);
            try {
                switch (wanted) {
                    case CSV -> VoteCsv.write(out, lines -> votes.export(arena, lines));
                    case JSONL -> writeJsonLines(arena, out);
                }
            } finally {
                slots.release();
            }
        };
        String file = "assay-arena-" + arena.id() + "." + wanted.name().toLowerCase(Locale.ROOT);
        return Response.ok(body)
                .type(wanted == Format.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    private void writeJsonLines(Arena arena, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        ObjectWriter writer = EventJson.mapper()
                .writerFor(VoteView.class)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        votes.export(arena, vote -> {
            writer.writeValue(buffered, vote);
            buffered.write('\n');
        });
        buffered.flush();
    }

    @POST
    @Path("import")
    @Consumes({
        "application/x-ndjson",
        "application/jsonl",
        "text/csv",
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import votes",
            description =
                    "JSON Lines, CSV or a JSON array, as exported or as public files of battles are: model_a, model_b,"
                            + " winner (model_a, model_b, tie, tie (bothbad)), and if they are known question_id, voter or judge,"
                            + " and length_a, length_b or conv_metadata. All of them or, with the first line that is wrong, none.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY))
            })
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Imported.class)))
    public Response receive(
            @PathParam("id") String id,
            InputStream body,
            @QueryParam("format") @Nullable String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        Arena arena = arenas.find(current.get().scope(), id);
        DatasetFormat wanted = UploadFormat.of(format, type);
        take(reading);
        try {
            return Response.status(201)
                    .entity(new Imported(imports.receive(arena, body, wanted)))
                    .build();
        } finally {
            reading.release();
        }
    }

    private static void take(Semaphore places) {
        if (!places.tryAcquire()) {
            throw Refusal.unavailable("too many files of votes are read or written; try again in a moment");
        }
    }
}
