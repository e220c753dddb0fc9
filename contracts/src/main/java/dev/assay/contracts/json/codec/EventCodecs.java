package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Instant;
import java.util.List;

/** All codecs, as a module of the mapper of events. */
public final class EventCodecs {

    private EventCodecs() {}

    /** A module to be registered after that of the time types, whose instants it replaces. */
    public static Module module() {
        SimpleModule module = new SimpleModule("event-codecs");
        module.addDeserializer(Instant.class, new InstantText());
        module.addSerializer(Instant.class, new InstantWriter());
        all().forEach(codec -> add(module, codec));
        return module;
    }

    static List<RecordCodec<?>> all() {
        return List.of(
                new AttemptOutcomeCodec(),
                AcceptedCodec.INSTANCE,
                AnsweredCodec.INSTANCE,
                CallTimingsCodec.INSTANCE,
                CallsChargedCodec.INSTANCE,
                ChargeCodec.INSTANCE,
                GenerationParametersCodec.INSTANCE,
                MessageCodec.INSTANCE,
                ModelUseCodec.INSTANCE,
                MoneyCodec.INSTANCE,
                PromptTaskCodec.INSTANCE,
                SampleContextCodec.INSTANCE,
                SampleScoreCodec.INSTANCE,
                SamplesScoredCodec.INSTANCE,
                SettledCodec.INSTANCE,
                UsageCodec.INSTANCE);
    }

    private static <T extends Record> void add(SimpleModule module, RecordCodec<T> codec) {
        module.addDeserializer(codec.type(), codec.reader());
        module.addSerializer(codec.type(), new RecordWriter<>(codec));
    }
}
