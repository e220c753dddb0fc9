package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.money.Money;
import java.io.IOException;
import java.math.BigDecimal;

/** The fields of {@link Money}. */
final class MoneyCodec extends RecordCodec<Money> {

    static final MoneyCodec INSTANCE = new MoneyCodec();

    private static final int CURRENCY = 0;
    private static final int AMOUNT = 1;

    private MoneyCodec() {
        super(Money.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    Money read(FieldCursor in) throws IOException {
        String currency = null;
        BigDecimal amount = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case CURRENCY -> currency = in.text();
                case AMOUNT -> amount = in.decimal();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new Money(currency, amount);
    }

    @Override
    void write(Money value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, CURRENCY, value.currency());
        boolean plain = out.isEnabled(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        text(
                out,
                AMOUNT,
                plain ? value.amount().toPlainString() : value.amount().toString());
    }
}
