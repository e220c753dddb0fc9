package dev.assay.scoring.edit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where each symbol occurs in a sequence, as bits of 64 places; only blocks in which it does occur take memory. */
final class SymbolMasks {

    private static final Places NOWHERE = new Places();

    private final Map<Integer, Places> bySymbol = new HashMap<>();

    SymbolMasks(int[] sequence) {
        for (int i = 0; i < sequence.length; i++) {
            bySymbol.computeIfAbsent(sequence[i], unseen -> new Places()).add(i);
        }
    }

    Places of(int symbol) {
        return bySymbol.getOrDefault(symbol, NOWHERE);
    }

    /** Writes the bits of all blocks, and so overwrites those of the symbol before. */
    void copy(int symbol, long[] blocks) {
        Arrays.fill(blocks, 0);
        Places places = of(symbol);
        for (int i = 0; i < places.size; i++) {
            blocks[places.blocks[i]] = places.bits[i];
        }
    }

    /** The blocks in which a symbol occurs, in ascending order. */
    static final class Places {
        private int[] blocks = new int[2];
        private long[] bits = new long[2];
        private int size;

        private void add(int place) {
            int block = place / Long.SIZE;
            if (size == 0 || blocks[size - 1] != block) {
                if (size == blocks.length) {
                    blocks = Arrays.copyOf(blocks, 2 * size);
                    bits = Arrays.copyOf(bits, 2 * size);
                }
                blocks[size] = block;
                size++;
            }
            bits[size - 1] |= 1L << (place % Long.SIZE);
        }
    }
}
