package dev.assay.scoring.pattern;

/**
 * How many code points a node can match.
 *
 * @param least and {@code most} are capped; a look-behind needs them equal
 */
record Width(long least, long most) {

    private static final long CAP = 1_000_000;
    private static final Width ZERO = new Width(0, 0);

    static Width of(Node node) {
        return switch (node) {
            case Node.One one -> new Width(1, 1);
            case Node.Anchor anchor -> ZERO;
            case Node.Look look -> ZERO;
            case Node.Capture capture -> of(capture.body());
            case Node.Sequence sequence ->
                sequence.parts().stream().map(Width::of).reduce(ZERO, Width::plus);
            case Node.Choice choice ->
                choice.branches().stream().map(Width::of).reduce(Width::span).orElse(ZERO);
            case Node.Repeat repeat -> of(repeat.body()).times(repeat.minimum(), repeat.maximum());
        };
    }

    boolean isFixed() {
        return least == most && most < CAP;
    }

    private Width plus(Width other) {
        return new Width(Math.min(CAP, least + other.least), Math.min(CAP, most + other.most));
    }

    private Width span(Width other) {
        return new Width(Math.min(least, other.least), Math.max(most, other.most));
    }

    private Width times(int minimum, int maximum) {
        long unbounded = most == 0 ? 0 : CAP;
        return new Width(
                Math.min(CAP, least * minimum), maximum == Node.UNBOUNDED ? unbounded : Math.min(CAP, most * maximum));
    }
}
