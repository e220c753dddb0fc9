package dev.assay.scoring.translation;

/**
 * Word edit distances to one reference, looked for near the diagonal only. For one thread.
 *
 * <p>Follows Tercom as sacreBLEU does, up to which of several cheapest edits is taken: keeping or replacing a word is
 * preferred to deleting, deleting to inserting. Keeps the cells that are looked at and no others.
 */
final class BeamMatrix {

    private static final int BEAM = 25;
    // Far above any distance, and far enough below the greatest int for a cost to be added.
    private static final int UNREACHED = 1 << 29;

    private final int[] reference;
    private int[] words = new int[0];
    private Row[] rows = new Row[0];
    private double ratio = 1;
    private int beam;

    BeamMatrix(int[] reference) {
        this.reference = reference;
    }

    /** The cells of a row from a column on; all others are unreached. */
    private static final class Row {
        private int from;
        private int to;
        private int[] cells = new int[0];

        private void open(int first, int end) {
            from = first;
            to = end;
            if (cells.length < end - first) {
                cells = new int[end - first];
            }
        }

        private int at(int column) {
            return column >= from && column < to ? cells[column - from] : UNREACHED;
        }
    }

    /** Computes and keeps all rows for these words, and gives their distance. */
    int keep(int[] hypothesis) {
        words = hypothesis;
        ratio = hypothesis.length == 0 ? 1 : (double) reference.length / hypothesis.length;
        // A hypothesis that is much shorter than the reference steps further than a beam from row to row.
        beam = BEAM < ratio / 2 ? (int) Math.ceil(ratio / 2 + BEAM) : BEAM;
        rows = new Row[hypothesis.length + 1];
        rows[0] = new Row();
        rows[0].open(0, reference.length + 1);
        for (int j = 0; j <= reference.length; j++) {
            rows[0].cells[j] = j;
        }
        for (int i = 1; i <= hypothesis.length; i++) {
            rows[i] = new Row();
            fill(rows[i], rows[i - 1], i, hypothesis[i - 1]);
        }
        return rows[hypothesis.length].at(reference.length);
    }

    /** The distance of words that are as many as those kept, and the same up to a place. */
    int distance(int[] hypothesis, int common) {
        Row above = rows[common];
        Row[] scratch = {new Row(), new Row()};
        for (int i = common + 1; i <= hypothesis.length; i++) {
            Row current = scratch[i & 1];
            fill(current, above, i, hypothesis[i - 1]);
            above = current;
        }
        return above.at(reference.length);
    }

    private void fill(Row row, Row above, int i, int word) {
        int diagonal = (int) Math.floor(i * ratio);
        int from = Math.max(0, diagonal - beam);
        int to = i == words.length ? reference.length + 1 : Math.min(reference.length + 1, diagonal + beam);
        row.open(from, to);
        int left = UNREACHED;
        int corner = above.at(from - 1);
        for (int j = from; j < to; j++) {
            int top = above.at(j);
            int cost = Math.min(Math.min(top, left) + 1, UNREACHED);
            if (j > 0) {
                cost = Math.min(cost, corner + (word == reference[j - 1] ? 0 : 1));
            }
            row.cells[j - from] = cost;
            left = cost;
            corner = top;
        }
    }

    /** The cheapest edits of the words that are kept. */
    WordAlignment alignment() {
        int i = words.length;
        int j = reference.length;
        boolean[] wrong = new boolean[i];
        boolean[] unmatched = new boolean[j];
        int[] position = new int[j];
        while (i > 0 || j > 0) {
            int cost = rows[i].at(j);
            boolean both = i > 0 && j > 0;
            boolean same = both && words[i - 1] == reference[j - 1];
            if (both && rows[i - 1].at(j - 1) + (same ? 0 : 1) == cost) {
                i--;
                j--;
                position[j] = i;
                wrong[i] = !same;
                unmatched[j] = !same;
            } else if (i > 0 && rows[i - 1].at(j) + 1 == cost) {
                i--;
                wrong[i] = true;
            } else {
                j--;
                position[j] = i - 1;
                unmatched[j] = true;
            }
        }
        return new WordAlignment(position, unmatched, wrong);
    }
}
