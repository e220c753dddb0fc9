package dev.assay.orchestrator.run;

import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lanes of judges. Their tasks are not known beforehand: the scorer wants them when the answers are there. Each wanted
 * task gets the next place of its lane and is stored with the answers; the first ones are held in memory, so a lane costs
 * the same however many wait.
 */
final class Judging {

    /** How many wanted tasks of a lane are held in memory. */
    private static final int HELD = 2_000;

    private static final int FEW = HELD / 4;

    private final Map<RunId, ActiveRun> runs;
    private final Announcements announce;

    Judging(Map<RunId, ActiveRun> runs, Announcements announce) {
        this.runs = runs;
        this.announce = announce;
    }

    void apply(JudgeEvent event, Changes changes) {
        switch (event) {
            case JudgeEvent.Wanted wanted -> want(wanted, changes);
            case JudgeEvent.AllWanted all -> {
                ActiveRun run = runs.get(all.runId());
                if (run != null) {
                    run.allWanted = true;
                }
            }
            case JudgeEvent.Unrecognised ignored -> {}
        }
    }

    private void want(JudgeEvent.Wanted wanted, Changes changes) {
        ActiveRun run = runs.get(wanted.runId());
        if (run == null || run.ending != null || run.isClosed()) {
            return;
        }
        for (JudgeRequest request : wanted.requests()) {
            int lane = request.task().model();
            boolean judgement = run.definition.isJudgement(request.task()) && lane < run.lanes.size();
            if (judgement && changes.want(request, run.lanes.get(lane).total)) {
                run.lanes.get(lane).total++;
                changes.touch(wanted.runId());
            }
        }
    }

    /** Tells the scorer of runs whose samples are settled; in each term once, since nothing is stored of it. */
    void tellSettled(Instant now, Changes changes) {
        for (ActiveRun run : runs.values()) {
            if (!run.definition.judges().isEmpty()
                    && !run.samplesTold
                    && !run.isClosed()
                    && run.ending == null
                    && run.samplesSettled()) {
                run.samplesTold = true;
                changes.publish(announce.samplesSettled(run, now));
            }
        }
    }

    /** Which stored tasks are to be taken into memory. */
    List<WantedPlace> lacking() {
        List<WantedPlace> places = new ArrayList<>();
        for (ActiveRun run : runs.values()) {
            for (Lane lane : run.lanes) {
                int held = lane.wanted.size();
                if (lane.judgement && held < FEW && lane.cursor + held < lane.total && run.mayDispatch()) {
                    places.add(new WantedPlace(run.definition.id(), lane.model, lane.cursor + held, HELD - held));
                }
            }
        }
        return places;
    }

    /** Takes stored tasks into memory, in the order of their places. */
    void fill(WantedPlace place, List<TaskId> tasks) {
        ActiveRun run = runs.get(place.run());
        if (run != null) {
            run.lanes.get(place.lane()).wanted.addAll(tasks);
        }
    }
}
