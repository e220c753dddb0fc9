package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import org.jspecify.annotations.Nullable;

/** The body of a response that is no answer by its status. A body that is cut or too long is judged by the status. */
final class ErrorAnswer implements ResponseBody {

    private static final int MAX_BYTES = 16 * 1024;

    private final ReceivedBytes received = new ReceivedBytes();
    private final AnswerContext context;

    ErrorAnswer(AnswerContext context) {
        this.context = context;
    }

    @Override
    public @Nullable Outcome read(byte[] chunk) {
        if (received.length() + chunk.length > MAX_BYTES) {
            return cut();
        }
        received.add(chunk);
        return null;
    }

    @Override
    public Outcome end() {
        return failed(ProviderErrorReader.read(received.all()));
    }

    @Override
    public int heldBytes() {
        return received.length();
    }

    @Override
    public Outcome cut() {
        return failed(ProviderError.NONE);
    }

    private static String ofProbe(int status, String said) {
        String why = status == 400 || status == 422
                ? "it refuses completions that echo the prompt with its log-probabilities"
                : "it has no completions, and chat completions give log-probabilities of what is written only";
        return why + " (" + said + ")";
    }

    private Outcome failed(ProviderError error) {
        int status = context.status();
        boolean probe = context.questions() != null && context.questions().probe();
        FailureKind kind = probe
                ? FailureClassification.ofProbeStatus(status, error)
                : FailureClassification.ofStatus(status, error);
        String what = status >= 300 && status < 400
                ? "the provider answered with a redirect, which is not followed"
                : "the provider answered with status " + status;
        String said = context.errors().describe(what, error);
        return context.failed(kind, kind == FailureKind.UNSUITABLE ? ofProbe(status, said) : said, null);
    }
}
