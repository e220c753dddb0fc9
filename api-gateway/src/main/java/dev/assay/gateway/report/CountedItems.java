package dev.assay.gateway.report;

import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Which items the results of a run are made of, as parameters of a query.
 *
 * @param partly places of the models of which not all items count
 * @param models of each item that counts of these, the model's place
 * @param items of each item that counts of these, its place in the dataset
 */
record CountedItems(Long[] partly, Long[] models, Long[] items) {

    static CountedItems of(StoredRun run) {
        RunDefinition definition = run.definition();
        SeededOrder order = new SeededOrder(
                definition.seed(), definition.benchmark().dataset().items());
        List<Long> partly = new ArrayList<>();
        List<Long> models = new ArrayList<>();
        List<Long> items = new ArrayList<>();
        for (int model = 0; model < definition.models().size(); model++) {
            int first = run.standing().items(definition, model);
            if (first < definition.items()) {
                partly.add((long) model);
                for (int place = 0; place < first; place++) {
                    models.add((long) model);
                    items.add((long) order.itemAt(place));
                }
            }
        }
        return new CountedItems(partly.toArray(new Long[0]), models.toArray(new Long[0]), items.toArray(new Long[0]));
    }

    boolean isAll() {
        return partly.length == 0;
    }
}
