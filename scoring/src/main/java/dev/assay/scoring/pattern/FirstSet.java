package dev.assay.scoring.pattern;

/**
 * Which code points a match can begin with; lets a search skip the places where none stands.
 *
 * @param nullable whether the node can match without a character, so that the set says nothing alone
 */
record FirstSet(CharSet set, boolean nullable) {

    private static final FirstSet EMPTY = new FirstSet(CharSet.NONE, true);

    /** Whether a match can only start where the text does. */
    static boolean isAnchored(Node node) {
        return switch (node) {
            case Node.Anchor anchor -> anchor.place() == Node.Place.TEXT_START;
            case Node.Capture capture -> isAnchored(capture.body());
            case Node.Sequence sequence ->
                !sequence.parts().isEmpty() && isAnchored(sequence.parts().getFirst());
            case Node.Choice choice -> choice.branches().stream().allMatch(FirstSet::isAnchored);
            case Node.One one -> false;
            case Node.Repeat repeat -> false;
            case Node.Look look -> false;
        };
    }

    static FirstSet of(Node node) {
        return switch (node) {
            case Node.One one -> new FirstSet(one.set(), false);
            case Node.Anchor anchor -> EMPTY;
            case Node.Look look -> EMPTY;
            case Node.Capture capture -> of(capture.body());
            case Node.Repeat repeat -> {
                FirstSet body = of(repeat.body());
                yield new FirstSet(body.set(), body.nullable() || repeat.minimum() == 0);
            }
            case Node.Sequence sequence -> {
                FirstSet first = EMPTY;
                for (Node part : sequence.parts()) {
                    if (!first.nullable()) {
                        break;
                    }
                    FirstSet next = of(part);
                    first = new FirstSet(first.set().or(next.set()), next.nullable());
                }
                yield first;
            }
            case Node.Choice choice ->
                choice.branches().stream()
                        .map(FirstSet::of)
                        .reduce((a, b) -> new FirstSet(a.set().or(b.set()), a.nullable() || b.nullable()))
                        .orElse(EMPTY);
        };
    }
}
