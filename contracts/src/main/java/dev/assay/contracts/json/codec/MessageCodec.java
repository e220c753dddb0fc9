package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.assay.contracts.run.Message;
import java.io.IOException;

/** The fields of {@link Message}. */
final class MessageCodec extends RecordCodec<Message> {

    static final MessageCodec INSTANCE = new MessageCodec();

    private static final int ROLE = 0;
    private static final int CONTENT = 1;

    private MessageCodec() {
        super(Message.class);
    }

    @Override
    @SuppressWarnings("NullAway") // the cursor has seen all that is required
    Message read(FieldCursor in) throws IOException {
        String role = null;
        String content = null;
        for (int field = in.next(); field != FieldCursor.END; field = in.next()) {
            switch (field) {
                case ROLE -> role = in.text();
                case CONTENT -> content = in.text();
                default -> throw new IllegalStateException("a component without a codec: " + field);
            }
        }
        return new Message(role, content);
    }

    @Override
    void write(Message value, JsonGenerator out, SerializerProvider provider) throws IOException {
        text(out, ROLE, value.role());
        text(out, CONTENT, value.content());
    }
}
