package dev.assay.simulator.fault;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.fault.Treatment.Accept;
import dev.assay.simulator.fault.Treatment.Ending;
import dev.assay.simulator.model.ErrorRule;
import java.util.List;

/** Tries a model's error rules in turn; the first that hits decides. Pure. */
public final class ErrorScript {

    private static final long SALT = 0x6661756c74L;

    private ErrorScript() {}

    /**
     * What happens to a call.
     *
     * @param rules the model's rules
     * @param draw fixed by model, prompt, seed and repeat
     * @param attempt number of the attempt at the task, from 1
     */
    public static Treatment decide(List<ErrorRule> rules, Draw draw, long attempt) {
        for (int i = 0; i < rules.size(); i++) {
            ErrorRule rule = rules.get(i);
            boolean meant = rule.firstAttempts() == 0 || attempt <= rule.firstAttempts();
            if (meant && draw.with(attempt).uniform(SALT + i) < rule.rate()) {
                return treatment(rule);
            }
        }
        return Treatment.ORDINARY;
    }

    private static Treatment treatment(ErrorRule rule) {
        return switch (rule.kind()) {
            case STATUS -> new Treatment.Refuse(rule.status(), rule.retryAfterSeconds());
            case HANG -> new Accept(Ending.HANG, 0, 0, 1);
            case CUT -> new Accept(Ending.CUT, 0, 0, 1);
            case MALFORMED -> new Accept(Ending.MALFORMED, 0, 0, 1);
            case SLOW -> new Accept(Ending.COMPLETE, rule.delayMs(), 0, 1);
            case DRIP -> new Accept(Ending.COMPLETE, 0, rule.delayMs(), 1);
            case WRONG_USAGE -> new Accept(Ending.COMPLETE, 0, 0, rule.factor());
        };
    }
}
