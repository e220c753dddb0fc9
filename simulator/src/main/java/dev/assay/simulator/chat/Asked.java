package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Draw;

/** A well-formed request of either kind. */
sealed interface Asked permits ChatRequest, CompletionRequest {

    /** The model asked for. */
    String model();

    /** What was told about the call. */
    Caller caller();

    /** The numbers that decide this call for a model. */
    Draw draw(String name);
}
