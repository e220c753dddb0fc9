package dev.assay.gateway.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.benchmarks.template.PythonText;
import dev.assay.benchmarks.template.TemplateEngine;
import dev.assay.benchmarks.template.TemplateException;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SubgroupSpec;
import dev.assay.gateway.comparison.ComparedMetric;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.subgroups.SubgroupFold;
import dev.assay.gateway.subgroups.SubgroupReport;
import dev.assay.scoring.repeats.RepeatFold;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ended run by subgroups: items and samples side by side from two cursors, both in the order of items, so that memory
 * does not depend on how many there are, and an item's templates are rendered once.
 */
final class SubgroupReader {

    private static final int FETCHED_AT_ONCE = 1_000;
    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final String ITEMS = """
            select i.item, i.item_id, i.body from dataset d join dataset_item i on i.dataset_key = d.dataset_key
            where d.hash = ? order by i.item
            """;

    // What judges said is no sample, and other forms of an item are no further items.
    private static final String SAMPLES =
            """
            select recorded.item, recorded.model, sc.scores, sc.extracted from sample recorded
            join sample_score sc on sc.run_key = recorded.run_key and sc.model = recorded.model
                and sc.item = recorded.item and sc.repeat = recorded.repeat
            where recorded.run_key = ? and recorded.model < ? and recorded.repeat < ? and""" + ReportReader.COUNTS + " order by recorded.item, recorded.model, recorded.repeat";

    private final SubgroupSpec spec;
    private final SampleTemplates templates;
    private final SubgroupFold fold;

    private SubgroupReader(SubgroupSpec spec, SampleTemplates templates, SubgroupFold fold) {
        this.spec = spec;
        this.templates = templates;
        this.fold = fold;
    }

    /** Empty while the run goes on, and if its benchmark names no subgroups. */
    static List<SubgroupReport> read(
            Connection connection, StoredRun run, List<MetricAggregate> aggregates, CountedItems counted)
            throws SQLException {
        BenchmarkDefinition benchmark = run.definition().benchmark();
        SubgroupSpec spec = benchmark.subgroups();
        if (spec == null || run.finishedAt() == null) {
            return List.of();
        }
        SubgroupFold fold = new SubgroupFold(
                spec,
                run.definition().models().stream().map(ModelUse::id).toList(),
                metrics(run, aggregates),
                run.definition().seed());
        new SubgroupReader(spec, SampleTemplates.compile(benchmark, new TemplateEngine()), fold)
                .readAll(connection, run.key(), run.definition(), counted);
        return fold.reports();
    }

    private static List<SubgroupFold.Metric> metrics(StoredRun run, List<MetricAggregate> aggregates) {
        return run.labels().stream()
                .flatMap(label -> ComparedMetric.of(run, aggregates, label).stream())
                .filter(metric -> !metric.isOfSets() && metric.fold() instanceof RepeatFold.Mean)
                .map(metric -> new SubgroupFold.Metric(
                        metric.label(),
                        pipeline(metric.spec()),
                        metric.direction(),
                        metric.minimum(),
                        metric.maximum()))
                .toList();
    }

    private static @Nullable String pipeline(@Nullable MetricSpec spec) {
        return spec == null ? null : spec.pipeline();
    }

    private void readAll(Connection connection, long run, RunDefinition definition, CountedItems counted)
            throws SQLException {
        String hash = definition.benchmark().dataset().hash().value();
        try (PreparedStatement ofItems = Query.of(ITEMS, hash).prepare(connection);
                PreparedStatement ofSamples = Query.of(
                                SAMPLES,
                                run,
                                definition.models().size(),
                                definition.repeats(),
                                counted.partly(),
                                counted.models(),
                                counted.items())
                        .prepare(connection)) {
            ofItems.setFetchSize(FETCHED_AT_ONCE);
            ofSamples.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet items = ofItems.executeQuery();
                    ResultSet samples = ofSamples.executeQuery()) {
                merge(items, samples);
            }
        }
    }

    private void merge(ResultSet items, ResultSet samples) throws SQLException {
        int item = -1;
        while (samples.next()) {
            while (item < samples.getInt(1)) {
                if (!items.next()) {
                    // The dataset is gone: nobody knows any more who was in the items.
                    return;
                }
                item = items.getInt(1);
                if (item == samples.getInt(1)) {
                    begin(items.getString(2), items.getString(3));
                }
            }
            fold.sample(samples.getInt(2), read(samples.getString(3), NUMBERS), read(samples.getString(4), TEXTS));
        }
    }

    private void begin(String id, String body) {
        var fields = SampleTemplates.fields(body);
        Map<String, String> values = new HashMap<>();
        for (String name : spec.fields()) {
            Object value = fields.get(name);
            if (value != null) {
                values.put(name, PythonText.str(value));
            }
        }
        fold.item(values, !spec.positive().isEmpty() && isPositive(id, fields));
    }

    private boolean isPositive(String id, Map<String, @Nullable Object> fields) {
        try {
            return templates.context(id, fields).references().stream().anyMatch(fold::isPositive);
        } catch (TemplateException e) {
            // Such an item was refused when the run was submitted; a changed template language may refuse it later.
            return false;
        }
    }

    private static <T> Map<String, T> read(@Nullable String json, TypeReference<TreeMap<String, T>> type)
            throws SQLException {
        if (json == null) {
            return Map.of();
        }
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored scores cannot be read", e);
        }
    }
}
