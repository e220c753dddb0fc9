package dev.assay.gateway.access;

import dev.assay.gateway.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being served. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** @throws Refusal if nobody was recognised */
    public Caller get() {
        Caller known = caller;
        if (known == null) {
            throw Refusal.unknownCaller("no key was shown");
        }
        return known;
    }

    void set(Caller recognised) {
        this.caller = recognised;
    }
}
