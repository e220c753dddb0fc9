package dev.assay.scoring.arena;

/** Who won a battle. */
public enum Outcome {
    A_WINS(1),
    TIE(0.5),
    B_WINS(0);

    private final double scoreOfA;

    Outcome(double scoreOfA) {
        this.scoreOfA = scoreOfA;
    }

    /** What it counts for model A: 1, 0.5 or 0. */
    public double scoreOfA() {
        return scoreOfA;
    }

    /** The same outcome with the models' places exchanged. */
    public Outcome swapped() {
        return switch (this) {
            case A_WINS -> B_WINS;
            case TIE -> TIE;
            case B_WINS -> A_WINS;
        };
    }
}
