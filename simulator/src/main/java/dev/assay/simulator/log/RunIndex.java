package dev.assay.simulator.log;

import dev.assay.simulator.answer.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is kept in memory of one run: counts, truth by model and category, and one row for a task. Not thread-safe. */
final class RunIndex {

    private record CellName(String model, @Nullable String category) {}

    private static final class Cell {
        private long samples;
        private long correct;
    }

    private final String run;
    private final Totals all = new Totals();
    private final Map<String, Totals> byModel = new HashMap<>();
    private final SortedMap<Integer, Long> failedByStatus = new TreeMap<>();
    private final TaskTable tasks = new TaskTable();
    private final Map<Long, String> unpackedNames = new HashMap<>();
    private final Map<CellName, Integer> cellNumbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private long firstCallMicros;
    private long lastEndedMicros;
    private int open;
    private int maxOpen;

    RunIndex(String run) {
        this.run = run;
    }

    OpenCall received(long number, CallEntry entry, long atMicros) {
        seen(atMicros);
        all.received(entry);
        model(entry).received(entry);
        open++;
        maxOpen = Math.max(maxOpen, open);
        int row = taskRow(entry);
        if (row >= 0) {
            tasks.addCall(row, entry.inputTokens(), entry.outputTokens());
        }
        return new OpenCall(number, entry, this, row);
    }

    /** The call of that number, which was counted when it was received. */
    OpenCall again(long number, CallEntry entry) {
        return new OpenCall(number, entry, this, taskRow(entry));
    }

    void refused(CallEntry entry, int status, long atMicros) {
        seen(atMicros);
        lastEndedMicros = Math.max(lastEndedMicros, atMicros);
        all.refused();
        model(entry).refused();
        failedByStatus.merge(status, 1L, Long::sum);
        int row = taskRow(entry);
        if (row >= 0) {
            tasks.addCall(row, 0, 0);
        }
    }

    void moved(OpenCall call, CallState to, long atMicros) {
        CallState from = call.state();
        lastEndedMicros = Math.max(lastEndedMicros, atMicros);
        all.moved(from, to);
        model(call.entry()).moved(from, to);
        if (from == CallState.OPEN) {
            open--;
        }
        if (to == CallState.ANSWERED && call.taskRow() >= 0 && tasks.addAnswer(call.taskRow())) {
            count(call);
        }
        if (from == CallState.ANSWERED && call.taskRow() >= 0 && tasks.removeAnswer(call.taskRow())) {
            uncount(call);
        }
        call.become(to);
    }

    RunStatement statement() {
        SortedMap<String, CallCounts> models = new TreeMap<>();
        byModel.forEach((model, totals) -> models.put(model, totals.counts()));
        return new RunStatement(
                run,
                all.counts(),
                models,
                new TreeMap<>(failedByStatus),
                firstCallMicros,
                lastEndedMicros,
                maxOpen,
                tasks.rows());
    }

    CallCounts counts() {
        return all.counts();
    }

    List<TaskCounts> tasks(int from, int most) {
        List<TaskCounts> page = new ArrayList<>();
        for (int row = from; row < tasks.rows() && row - from < most; row++) {
            page.add(new TaskCounts(
                    taskName(tasks.key(row)),
                    tasks.calls(row),
                    tasks.answered(row),
                    tasks.inputTokens(row),
                    tasks.outputTokens(row)));
        }
        return page;
    }

    List<TruthCell> truth() {
        List<TruthCell> truth = new ArrayList<>();
        cellNumbers.forEach((name, number) -> {
            Cell cell = cells.get(number);
            truth.add(new TruthCell(name.model, name.category, cell.samples, cell.correct));
        });
        return truth;
    }

    private void count(OpenCall call) {
        CallEntry entry = call.entry();
        if (entry.truth() == Truth.UNKNOWN) {
            tasks.countedIn(call.taskRow(), -1, false);
            return;
        }
        int number = cellNumbers.computeIfAbsent(new CellName(entry.model(), entry.category()), name -> {
            cells.add(new Cell());
            return cells.size() - 1;
        });
        boolean right = entry.truth() == Truth.RIGHT;
        tasks.countedIn(call.taskRow(), number, right);
        cells.get(number).samples++;
        cells.get(number).correct += right ? 1 : 0;
    }

    private void uncount(OpenCall call) {
        int number = tasks.cell(call.taskRow());
        if (number >= 0) {
            cells.get(number).samples--;
            cells.get(number).correct -= tasks.right(call.taskRow()) ? 1 : 0;
        }
    }

    private int taskRow(CallEntry entry) {
        if (entry.task().isEmpty()) {
            return -1;
        }
        long key = TaskKey.of(run, entry.task());
        if (!TaskKey.isPacked(key)) {
            unpackedNames.putIfAbsent(key, entry.task());
        }
        return tasks.row(key);
    }

    private String taskName(long key) {
        String unpacked = unpackedNames.get(key);
        return unpacked == null ? TaskKey.name(run, key) : unpacked;
    }

    private Totals model(CallEntry entry) {
        return byModel.computeIfAbsent(entry.model(), name -> new Totals());
    }

    private void seen(long atMicros) {
        firstCallMicros = firstCallMicros == 0 ? atMicros : Math.min(firstCallMicros, atMicros);
    }
}
