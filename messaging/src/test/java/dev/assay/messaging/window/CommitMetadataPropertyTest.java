package dev.assay.messaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommitMetadataPropertyTest {

    @Provide
    Arbitrary<BitSet> bitmaps() {
        Arbitrary<Integer> bit = Arbitraries.integers().between(0, CommitWindow.MAX_SPAN - 1);
        Arbitrary<BitSet> scattered = bit.set().ofMaxSize(2000).map(CommitMetadataPropertyTest::bitsOf);
        Arbitrary<BitSet> runs = bit.set().ofMaxSize(20).map(CommitMetadataPropertyTest::runsBetween);
        return Arbitraries.oneOf(scattered, runs);
    }

    @Property(tries = 300)
    void what_is_written_is_read_again(@ForAll("bitmaps") BitSet bitmap) {
        String text = CommitMetadata.write(bitmap, 4096);

        assertThat(text.length()).isLessThanOrEqualTo(4096);
        assertThat(CommitMetadata.read(text)).isEqualTo(bitmap);
    }

    @Property(tries = 300)
    void what_does_not_fit_is_cut_at_the_high_end(@ForAll("bitmaps") BitSet bitmap, @ForAll("rooms") int room) {
        String text = CommitMetadata.write(bitmap, room);

        BitSet read = CommitMetadata.read(text);
        BitSet lowPart = bitmap.get(0, read.length());
        assertThat(text.length()).isLessThanOrEqualTo(room);
        assertThat(read).isEqualTo(lowPart);
    }

    @Property(tries = 500)
    void metadata_of_others_is_taken_as_empty_or_at_least_read_without_failing(@ForAll String text) {
        assertThat(CommitMetadata.read(text)).isNotNull();
    }

    @Example
    void known_forms_of_rubbish_are_empty() {
        for (String rubbish : new String[] {"", "1", "1z", "1q_AAAA", "2bAAAA", "1zAAAA", "1b***", "consumer-7"}) {
            assertThat(CommitMetadata.read(rubbish).isEmpty()).as(rubbish).isTrue();
        }
    }

    @Provide
    Arbitrary<Integer> rooms() {
        return Arbitraries.integers().between(0, 1200);
    }

    private static BitSet bitsOf(Set<Integer> positions) {
        BitSet bits = new BitSet();
        positions.forEach(bits::set);
        return bits;
    }

    private static BitSet runsBetween(Set<Integer> positions) {
        BitSet bits = new BitSet();
        Integer from = null;
        for (Integer position : new java.util.TreeSet<>(positions)) {
            if (from != null) {
                bits.set(from, position);
                from = null;
            } else {
                from = position;
            }
        }
        return bits;
    }
}
