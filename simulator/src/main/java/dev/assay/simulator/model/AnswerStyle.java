package dev.assay.simulator.model;

/** How a simulated model writes down its answer. */
public enum AnswerStyle {
    /** The bare answer: {@code 1234}. */
    TERSE,
    /** Reasoning and a plain last sentence: {@code The answer is 1234.} */
    PLAIN,
    /** Like plain, sometimes in bold, and with separated thousands and a dollar sign now and then: {@code **$1,234**}. */
    FORMATTED
}
