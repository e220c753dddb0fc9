package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Charge}. */
final class ChargeCodec extends RecordCodec<Charge> {

    static final ChargeCodec INSTANCE = new ChargeCodec();

    private static final int CALL_ID = 0;
    private static final int ATTEMPT_ID = 1;
    private static final int MODEL = 2;
    private static final int USAGE = 3;
    private static final int AMOUNT = 4;
    private static final int STATUS = 5;
    private static final int PRICE_BOOK = 6;

    private static final EnumNames<Charge.Status> STATUSES = new EnumNames<>(Charge.Status.class);

    private ChargeCodec() {
        super(Charge.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    Charge read(FieldCursor in) throws IOException {
        CallId callId = null;
        AttemptId attemptId = null;
        ModelId model = null;
        Usage usage = null;
        @Nullable Money amount = null;
        Charge.Status status = null;
        PriceBookVersion priceBook = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case CALL_ID -> callId = in.id(CallId.class, CallId::new);
                case ATTEMPT_ID -> attemptId = in.id(AttemptId.class, AttemptId::parse);
                case MODEL -> model = in.id(ModelId.class, ModelId::new);
                case USAGE -> usage = in.record(UsageCodec.INSTANCE);
                case AMOUNT -> amount = in.recordOrNull(MoneyCodec.INSTANCE);
                case STATUS -> status = in.constant(STATUSES);
                case PRICE_BOOK -> priceBook = in.id(PriceBookVersion.class, PriceBookVersion::new);
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new Charge(callId, attemptId, model, usage, amount, status, priceBook);
    }

    @Override
    void write(Charge value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, CALL_ID, value.callId().value());
        text(out, ATTEMPT_ID, value.attemptId().toString());
        text(out, MODEL, value.model().value());
        record(out, USAGE, value.usage(), UsageCodec.INSTANCE, provider);
        if (value.amount() != null) {
            record(out, AMOUNT, value.amount(), MoneyCodec.INSTANCE, provider);
        }
        text(out, STATUS, value.status().name());
        text(out, PRICE_BOOK, value.priceBook().value());
    }
}
