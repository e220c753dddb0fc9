package dev.assay.gateway.samples;

import dev.assay.contracts.run.PipelineSpec;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples as CSV: RFC 4180, UTF-8, one column per metric and per pipeline. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class CsvLines implements SampleExport.Lines {

    private static final int BUFFER = 64 * 1024;

    private final StoredRun run;
    private final Writer out;
    private final List<String> metrics;
    private final List<String> pipelines;

    CsvLines(StoredRun run, OutputStream out) {
        this.run = run;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        this.metrics = run.labels();
        this.pipelines =
                run.scoring().pipelines().stream().map(PipelineSpec::name).toList();
    }

    @Override
    public void begin() throws IOException {
        List<String> names = new ArrayList<>(List.of(
                "task",
                "model",
                "item",
                "itemId",
                "repeat",
                "variant",
                "category",
                "outcome",
                "failure",
                "message",
                "answer",
                "finishReason",
                "attempts",
                "inputTokens",
                "outputTokens",
                "cost",
                "currency",
                "totalMs",
                "ttftMs"));
        metrics.forEach(metric -> names.add("score:" + metric));
        metrics.forEach(metric -> names.add("unscored:" + metric));
        pipelines.forEach(pipeline -> names.add("extracted:" + pipeline));
        write(names.stream().map(Csv::text).toList());
    }

    @Override
    public void line(ResultSet row) throws SQLException, IOException {
        SampleView sample = SampleRow.sample(run, row);
        List<String> cells = new ArrayList<>();
        cells.add(sample.task());
        cells.add(Csv.text(sample.model().value()));
        cells.add(String.valueOf(sample.item()));
        cells.add(Csv.text(sample.itemId()));
        cells.add(String.valueOf(sample.repeat()));
        cells.add(Csv.text(sample.variant()));
        cells.add(Csv.text(sample.category()));
        cells.add(sample.outcome());
        cells.add(Csv.text(sample.failure()));
        cells.add(Csv.text(row.getString("message")));
        cells.add(Csv.text(sample.answer()));
        cells.add(Csv.text(row.getString("finish_reason")));
        cells.add(String.valueOf(sample.attempts()));
        cells.add(number(row.getObject("input_tokens")));
        cells.add(number(row.getObject("output_tokens")));
        cells.add(sample.cost() == null ? "" : sample.cost().amount().toPlainString());
        cells.add(run.currency());
        cells.add(number(sample.totalMs()));
        cells.add(number(sample.ttftMs()));
        metrics.forEach(metric -> cells.add(number(sample.scores().get(metric))));
        metrics.forEach(metric -> cells.add(Csv.text(sample.unscored().get(metric))));
        pipelines.forEach(pipeline -> cells.add(Csv.text(sample.extracted().get(pipeline))));
        write(cells);
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void write(List<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write("\r\n");
    }

    private static String number(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
