package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.text.Table;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The metrics that there are, as the registry describes them. */
public final class MetricList {

    private final List<MetricType> types = MetricRegistry.standard().types().stream()
            .sorted(Comparator.comparing(MetricType::name))
            .toList();

    /** One line each. */
    public Table table() {
        Table table = new Table().text("metric").text("scale").text("meaning").text("parameters");
        for (MetricType type : types) {
            table.row(
                    type.name(),
                    ScoreView.scale(type),
                    type.meaning(),
                    String.join(
                            ", ",
                            type.parameters().stream().map(Parameter::name).toList()));
        }
        return table;
    }

    /** All that is known of each. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode metrics = document.putArray("metrics");
        for (MetricType type : types) {
            ObjectNode entry = metrics.addObject()
                    .put("name", type.name())
                    .put("version", type.version())
                    .put("meaning", type.meaning());
            ScoreView.bound(entry, "minimum", type.minimum());
            ScoreView.bound(entry, "maximum", type.maximum());
            entry.put("higherIsBetter", type.direction() == MetricType.Direction.HIGHER_IS_BETTER);
            ArrayNode parameters = entry.putArray("parameters");
            for (Parameter parameter : type.parameters()) {
                parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("kind", parameter.kind().name().toLowerCase(Locale.ROOT))
                        .put("required", parameter.required())
                        .put("meaning", parameter.meaning());
            }
        }
        return document;
    }
}
