package dev.assay.cost.estimate;

/** Counts the tokens of a prompt. Thread-safe. */
interface TokenCounter {

    double tokens(String prompt);

    /** How far the count may be off, as a share of it. */
    double error();

    /** What it rests on, for people. */
    String basis();
}
