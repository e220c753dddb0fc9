package dev.assay.gateway.samples;

import dev.assay.benchmarks.sample.Sample;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.benchmarks.variant.ItemVariants;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.VariantUse;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Renders prompts, references and choices again: a pure function of the benchmark and the item, so they are what the
 * model saw. Keeps the compiled templates of a few runs. Thread-safe.
 */
public final class SampleTexts {

    private static final Logger LOG = Logger.getLogger(SampleTexts.class);
    private static final int KEPT = 20;
    private static final String ITEM = """
            select i.item_id, i.body from dataset d join dataset_item i on i.dataset_key = d.dataset_key
            where d.hash = ? and i.item = ?
            """;

    private final TemplateEngine engine = new TemplateEngine();
    private final Map<RunId, Prepared> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Prepared> eldest) {
            return size() > KEPT;
        }
    };

    /** A run's templates, and the other forms in which it asks its items. */
    private record Prepared(SampleTemplates templates, ItemVariants variants) {}

    /** What a sample was asked, and what would have been right. */
    public record Texts(List<Message> prompt, List<String> references, List<String> choices) {}

    /** Empty if the dataset is not stored any more, or a changed template language refuses it now. */
    public Optional<Texts> of(Connection connection, StoredRun run, TaskId task) throws SQLException {
        String hash = run.definition().benchmark().dataset().hash().value();
        return Query.of(ITEM, hash, task.item())
                .first(connection, row -> render(run, task, row.getString(1), row.getString(2)))
                .flatMap(rendered -> rendered);
    }

    /** The same for an item that was read already. */
    Optional<Texts> render(StoredRun run, TaskId task, String itemId, String body) {
        try {
            Prepared prepared = prepared(run);
            var fields = SampleTemplates.fields(body);
            Optional<VariantUse> variant = run.definition().variantOf(task);
            Sample original = prepared.templates().render(itemId, fields);
            Optional<Sample> rendered = variant.isEmpty()
                    ? Optional.of(original)
                    : prepared.variants().render(variant.get(), original, fields);
            return rendered.map(sample -> new Texts(
                    sample.messages(),
                    sample.context().references(),
                    sample.context().choices()));
        } catch (TemplateException e) {
            LOG.warnf("An item of a run cannot be rendered any more. runId=%s", run.id());
            return Optional.empty();
        }
    }

    /** What the prompt shows of an item; without anything, its references. Empty if it has neither. */
    Optional<String> ofItem(StoredRun run, String itemId, String body) {
        try {
            SampleTemplates templates = prepared(run).templates();
            var fields = SampleTemplates.fields(body);
            List<String> shown = templates.shownTexts(fields).stream()
                    .map(name -> String.valueOf(fields.get(name)))
                    .toList();
            String text = String.join(
                    "\n", shown.isEmpty() ? templates.context(itemId, fields).references() : shown);
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        } catch (TemplateException e) {
            LOG.warnf("An item of a run cannot be rendered any more. runId=%s", run.id());
            return Optional.empty();
        }
    }

    private synchronized Prepared prepared(StoredRun run) {
        return compiled.computeIfAbsent(run.id(), id -> {
            SampleTemplates templates = SampleTemplates.compile(run.definition().benchmark(), engine);
            return new Prepared(
                    templates,
                    ItemVariants.of(
                            templates,
                            run.definition().variants(),
                            run.definition().seed()));
        });
    }
}
