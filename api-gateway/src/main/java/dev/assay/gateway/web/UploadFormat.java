package dev.assay.gateway.web;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.gateway.problem.Refusal;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the rows of an uploaded file are written. */
public final class UploadFormat {

    private UploadFormat() {}

    /**
     * What the query says, else the Content-Type.
     *
     * @throws Refusal if neither says it
     */
    public static DatasetFormat of(@Nullable String format, @Nullable String contentType) {
        return QueryParameter.choice("format", format, DatasetFormat.class).orElseGet(() -> ofType(contentType));
    }

    private static DatasetFormat ofType(@Nullable String type) {
        String name = type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "application/x-ndjson", "application/jsonl" -> DatasetFormat.JSONL;
            case "text/csv" -> DatasetFormat.CSV;
            case MediaType.APPLICATION_JSON -> DatasetFormat.JSON;
            default ->
                throw Refusal.malformed("format", "say format=jsonl, csv or json, or a Content-Type that says it");
        };
    }
}
