package dev.assay.gateway.arena;

import dev.assay.contracts.run.ModelUse;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.board.Board;
import dev.assay.scoring.board.BoardComposition;
import dev.assay.scoring.board.BoardSettings;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.Voter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Has boards computed, and keeps the last ones. One is computed at a time, since it holds all votes of its arena in
 * memory; votes and settings determine it, so one that was kept is right for as long as no vote comes or goes.
 * Thread-safe.
 */
final class Boards {

    private static final int KEPT = 32;

    private final Arenas arenas;
    private final Votes votes;
    private final ReentrantLock computing = new ReentrantLock();
    private final Map<Key, Board> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Board> eldest) {
            return size() > KEPT;
        }
    };

    Boards(Arenas arenas, Votes votes) {
        this.arenas = arenas;
        this.votes = votes;
    }

    private record Key(String what, long changes, long judged, Optional<Voter> voter, BoardSettings settings) {}

    /**
     * The board of the votes that stand.
     *
     * @param voter only votes of this kind of voter
     * @throws Refusal if the anchor is no model of the arena
     */
    Board of(Arena arena, Optional<Voter> voter, BoardSettings settings) {
        List<Arena.Model> models = arenas.models(arena);
        Key key = new Key("arena " + arena.id(), arena.changes(), arenas.judged(models), voter, settings);
        return kept(key, models, () -> votes.standing(arena, voter));
    }

    /**
     * The board of what judges of a run said.
     *
     * @throws Refusal if the anchor is no model of the run
     */
    Board of(StoredRun run, BoardSettings settings) {
        List<ModelUse> uses = run.definition().models();
        List<Arena.Model> models = IntStream.range(0, uses.size())
                .mapToObj(i -> new Arena.Model(i, uses.get(i).id().value(), run.key(), i))
                .toList();
        Key key = new Key("run " + run.id(), 0, arenas.judged(models), Optional.of(Voter.JUDGE), settings);
        return kept(key, models, () -> votes.judged(models));
    }

    private Board kept(Key key, List<Arena.Model> models, Supplier<List<Vote>> given) {
        List<String> names = models.stream().map(Arena.Model::name).toList();
        String anchor = key.settings().anchor();
        if (anchor != null && !names.contains(anchor)) {
            throw Refusal.malformed("anchor", "there are " + String.join(", ", names));
        }
        computing.lock();
        try {
            Board known = kept.get(key);
            if (known == null) {
                known = BoardComposition.of(names, given.get(), key.settings());
                kept.put(key, known);
            }
            return known;
        } finally {
            computing.unlock();
        }
    }
}
