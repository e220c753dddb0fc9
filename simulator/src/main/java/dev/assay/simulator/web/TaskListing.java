package dev.assay.simulator.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.assay.simulator.log.CallLog;
import dev.assay.simulator.log.RunStatement;
import dev.assay.simulator.log.TaskCounts;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * Streams a run's statement with its tasks, a page at a time and never faster than the caller reads, so that a run of any
 * size takes the memory of a page. Tasks that are first called for while it streams are left out.
 */
final class TaskListing {

    private static final int PAGE = 500;

    private final CallLog log;
    private final RunStatement run;
    private final Buffer head;
    private int next;

    /** @param head the statement as a JSON object, to which the tasks are added */
    TaskListing(CallLog log, RunStatement run, Buffer head) {
        this.log = log;
        this.run = run;
        this.head = head;
    }

    void writeTo(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").setChunked(true);
        response.write(head.slice(0, head.length() - 1).copy().appendString(",\"tasks\":["));
        response.drainHandler(drained -> pages(response));
        pages(response);
    }

    private void pages(HttpServerResponse response) {
        while (next < run.tasks() && !response.writeQueueFull()) {
            List<TaskCounts> page = log.tasks(run.run(), next, Math.min(PAGE, run.tasks() - next));
            StringBuilder out = new StringBuilder(page.size() * 96);
            for (TaskCounts task : page) {
                write(task, out);
                next++;
            }
            response.write(out.toString());
        }
        if (next == run.tasks() && !response.ended()) {
            response.end("]}");
        }
    }

    private void write(TaskCounts task, StringBuilder out) {
        out.append(next == 0 ? "{\"task\":\"" : ",{\"task\":\"");
        JsonStringEncoder.getInstance().quoteAsString(task.task(), out);
        out.append("\",\"calls\":").append(task.calls());
        out.append(",\"answered\":").append(task.answered());
        out.append(",\"inputTokens\":").append(task.inputTokens());
        out.append(",\"outputTokens\":").append(task.outputTokens()).append('}');
    }
}
