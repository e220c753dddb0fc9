package dev.assay.messaging.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommitWindowPropertyTest {

    /** One move of a consumer: receive after a gap, or finish one of the unfinished. */
    record Move(boolean receive, int gap, int pick) {}

    /** The window and, beside it, the plain truth. */
    static final class Played {
        final long start;
        final CommitWindow window;
        final TreeSet<Long> unfinished = new TreeSet<>();
        final Set<Long> received = new TreeSet<>();
        long position;

        Played(long start) {
            this.start = start;
            this.position = start;
            this.window = CommitWindow.startingAt(start);
        }

        void play(Move move) {
            if (move.receive()) {
                long offset = position + move.gap();
                assertThat(window.receive(offset)).isTrue();
                received.add(offset);
                unfinished.add(offset);
                position = offset + 1;
            } else if (!unfinished.isEmpty()) {
                List<Long> candidates = new ArrayList<>(unfinished);
                long offset = candidates.get(move.pick() % candidates.size());
                window.finish(offset);
                unfinished.remove(offset);
            }
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.just(0)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, 40))),
                        Arbitraries.integers().between(0, 1000))
                .as(Move::new)
                .list()
                .ofMaxSize(400);
    }

    @Property(tries = 300)
    void never_commits_past_an_unfinished_offset(@ForAll("moves") List<Move> moves, @ForAll("starts") long start) {
        Played played = new Played(start);
        for (Move move : moves) {
            played.play(move);
            long expected = played.unfinished.isEmpty() ? played.position : played.unfinished.first();
            assertThat(played.window.commit(4096).offset()).isEqualTo(expected);
            assertThat(played.window.span()).isEqualTo(played.position - expected);
            assertThat(played.window.unfinishedCount()).isEqualTo(played.unfinished.size());
        }
    }

    @Property(tries = 300)
    void the_next_owner_replays_exactly_the_unfinished(
            @ForAll("moves") List<Move> moves, @ForAll("starts") long start) {
        Played played = new Played(start);
        moves.forEach(played::play);
        WindowCommit commit = played.window.commit(4096);

        CommitWindow next = CommitWindow.resuming(commit);

        List<Long> again = played.received.stream()
                .filter(offset -> offset >= commit.offset())
                .filter(next::receive)
                .toList();
        assertThat(again).containsExactlyElementsOf(played.unfinished);
        assertThat(next.receive(played.position)).isTrue();
    }

    @Property(tries = 300)
    void with_little_room_only_finished_ones_are_forgotten(
            @ForAll("moves") List<Move> moves, @ForAll("rooms") int room) {
        Played played = new Played(0);
        moves.forEach(played::play);
        WindowCommit commit = played.window.commit(room);
        assertThat(commit.metadata().length()).isLessThanOrEqualTo(room);

        CommitWindow next = CommitWindow.resuming(commit);

        List<Long> again = LongStream.range(commit.offset(), played.position)
                .filter(next::receive)
                .boxed()
                .toList();
        assertThat(again).containsAll(played.unfinished);
    }

    @Provide
    Arbitrary<Long> starts() {
        return Arbitraries.longs().between(0, 1L << 50);
    }

    @Provide
    Arbitrary<Integer> rooms() {
        return Arbitraries.integers().between(0, 40);
    }
}
