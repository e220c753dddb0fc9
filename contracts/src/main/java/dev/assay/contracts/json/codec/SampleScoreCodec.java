package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.id.TaskId;
import java.io.IOException;
import java.util.Map;

/** The fields of {@link SampleScore}. */
final class SampleScoreCodec extends RecordCodec<SampleScore> {

    static final SampleScoreCodec INSTANCE = new SampleScoreCodec();

    private static final int TASK_ID = 0;
    private static final int EXTRACTED = 1;
    private static final int SCORES = 2;
    private static final int UNSCORED = 3;

    private SampleScoreCodec() {
        super(SampleScore.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    SampleScore read(FieldCursor in) throws IOException {
        TaskId taskId = null;
        Map<String, String> extracted = Map.of();
        Map<String, Double> scores = Map.of();
        Map<String, String> unscored = Map.of();
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case TASK_ID -> taskId = in.id(TaskId.class, TaskId::parse);
                case EXTRACTED -> extracted = in.textMap();
                case SCORES -> scores = in.numberMap();
                case UNSCORED -> unscored = in.textMap();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new SampleScore(taskId, extracted, scores, unscored);
    }

    @Override
    void write(SampleScore value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, TASK_ID, value.taskId().toString());
        texts(out, EXTRACTED, value.extracted());
        numbers(out, SCORES, value.scores());
        texts(out, UNSCORED, value.unscored());
    }
}
