package dev.assay.gateway.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.problem.Refusal;
import dev.assay.scoring.board.AnswerStyle;
import dev.assay.scoring.board.Board;
import dev.assay.scoring.board.BoardSettings;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.Voter;
import dev.assay.scoring.board.Winner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArenaStoreTest {

    private ArenaFixture fixture;
    private Arena arena;

    @BeforeEach
    void an_arena() {
        fixture = new ArenaFixture();
        arena = fixture.arena;
    }

    private Battles.Battle next(Caller voter) {
        return fixture.battles.next(arena, voter, null).orElseThrow();
    }

    private Ballot.Counted vote(Caller voter, Battles.Battle battle, Winner winner) {
        return fixture.ballot.vote(arena, voter, battle.id(), winner);
    }

    private List<Vote> standing() {
        return fixture.votes.standing(arena, Optional.empty());
    }

    private static void refused(Runnable action, int status, String detail) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            assertThat(refusal.problem().detail()).contains(detail);
        });
    }

    @Test
    void a_voter_sees_every_pair_of_answers_once_and_every_pair_of_models_as_often() {
        // Given
        Set<List<Integer>> seen = new HashSet<>();
        Map<List<Integer>, Integer> pairs = new HashMap<>();
        List<Integer> spread = new ArrayList<>();

        // When
        for (int i = 0; i < ArenaFixture.COMPARISONS; i++) {
            Battles.Battle battle = next(ArenaFixture.ANN);
            List<Integer> pair =
                    List.of(Math.min(battle.modelA(), battle.modelB()), Math.max(battle.modelA(), battle.modelB()));
            seen.add(List.of(battle.item(), pair.get(0), pair.get(1)));
            pairs.merge(pair, 1, Integer::sum);
            spread.add(pairs.values().stream().mapToInt(n -> n).max().orElse(0)
                    - pairs.values().stream().mapToInt(n -> n).min().orElse(0));
            vote(ArenaFixture.ANN, battle, Winner.A);
        }

        // Then
        assertThat(arena.comparisons()).isEqualTo(ArenaFixture.COMPARISONS);
        assertThat(seen).hasSize(ArenaFixture.COMPARISONS).doesNotContain(List.of(3, 0, 2), List.of(3, 1, 2));
        assertThat(spread).allSatisfy(difference -> assertThat(difference).isLessThanOrEqualTo(1));
        assertThat(fixture.battles.next(arena, ArenaFixture.ANN, null)).isEmpty();
        assertThat(fixture.battles.next(arena, ArenaFixture.BOB, null)).isPresent();
        assertThat(fixture.battles.voted(arena, ArenaFixture.ANN)).isEqualTo(ArenaFixture.COMPARISONS);
    }

    @Test
    void whoever_asks_again_gets_the_same_battle_and_two_people_get_different_ones() {
        // Given
        Battles.Battle first = next(ArenaFixture.ANN);

        // When
        Battles.Battle again = next(ArenaFixture.ANN);
        Battles.Battle other = next(ArenaFixture.BOB);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(List.of(other.item(), Set.of(other.modelA(), other.modelB())))
                .isNotEqualTo(List.of(first.item(), Set.of(first.modelA(), first.modelB())));
    }

    @Test
    void what_is_shown_follows_from_the_seed() {
        // Given
        List<Battles.Battle> shown = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Battles.Battle battle = next(ArenaFixture.ANN);
            shown.add(battle);
            vote(ArenaFixture.ANN, battle, Winner.TIE);
        }

        // When: the same arena from the same beginning
        ArenaFixture other = new ArenaFixture();
        List<Battles.Battle> repeated = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Battles.Battle battle =
                    other.battles.next(other.arena, ArenaFixture.ANN, null).orElseThrow();
            repeated.add(battle);
            other.ballot.vote(other.arena, ArenaFixture.ANN, battle.id(), Winner.B);
        }

        // Then
        assertThat(repeated).isEqualTo(shown);
        assertThat(shown.stream().map(b -> b.modelA() < b.modelB()).distinct()).hasSize(2);
    }

    @Test
    void a_vote_counts_once_and_the_first_one_stands() {
        // Given
        Battles.Battle battle = next(ArenaFixture.ANN);
        Ballot.Counted first = vote(ArenaFixture.ANN, battle, Winner.A);

        // When
        Ballot.Counted second = vote(ArenaFixture.ANN, battle, Winner.B);

        // Then
        assertThat(first.repeated()).isFalse();
        assertThat(second)
                .isEqualTo(new Ballot.Counted(first.vote(), Winner.A, battle.modelA(), battle.modelB(), true));
        assertThat(standing()).singleElement().satisfies(vote -> {
            assertThat(vote.winner()).isEqualTo(Winner.A);
            assertThat(vote.voter()).isEqualTo(Voter.PERSON);
            assertThat(vote.by()).isEqualTo("ann");
            assertThat(vote.question()).isEqualTo("item-" + battle.item());
            assertThat(vote.styleA()).isEqualTo(new AnswerStyle("# Answer\n- of 0 to 0".length(), 1, 1, 0));
        });
        assertThat(fixture.arenas.find(ArenaFixture.ANN.scope(), arena.id()).changes())
                .isEqualTo(1);
    }

    @Test
    void a_battle_of_another_voter_or_arena_and_an_expired_or_skipped_one_take_no_vote() {
        // Given
        Battles.Battle battle = next(ArenaFixture.ANN);
        Arena other = fixture.arenas.create(ArenaFixture.ANN, Samples.GROUP, "another", List.of());

        // When / Then
        refused(() -> vote(ArenaFixture.BOB, battle, Winner.A), 404, "no such battle for you");
        refused(
                () -> fixture.ballot.vote(other, ArenaFixture.ANN, battle.id(), Winner.A),
                404,
                "no such battle for you");
        refused(() -> fixture.ballot.vote(arena, ArenaFixture.ANN, "nonsense", Winner.A), 404, "no such battle");
        refused(() -> fixture.battles.next(arena, ArenaFixture.BOB, battle.id()), 404, "no such battle for you");
        Battles.Battle after =
                fixture.battles.next(arena, ArenaFixture.ANN, battle.id()).orElseThrow();
        assertThat(after.id()).isNotEqualTo(battle.id());
        refused(() -> vote(ArenaFixture.ANN, battle, Winner.A), 409, "was skipped");
        fixture.clock.advance(Battles.LIFETIME);
        refused(() -> vote(ArenaFixture.ANN, after, Winner.A), 409, "has expired");
        assertThat(next(ArenaFixture.ANN).id()).isNotEqualTo(after.id());
        assertThat(standing()).isEmpty();
    }

    @Test
    void a_vote_taken_back_counts_no_more_and_its_battle_comes_again() {
        // Given
        Battles.Battle battle = next(ArenaFixture.ANN);
        long vote = vote(ArenaFixture.ANN, battle, Winner.A).vote();
        refused(() -> fixture.ballot.withdraw(arena, ArenaFixture.BOB, vote), 403, "only who gave a vote");
        refused(() -> fixture.ballot.withdraw(arena, ArenaFixture.ANN, vote + 1), 404, "no such vote");

        // When
        fixture.ballot.withdraw(arena, ArenaFixture.ANN, vote);
        fixture.ballot.withdraw(arena, ArenaFixture.ANN, vote);

        // Then
        assertThat(standing()).isEmpty();
        assertThat(fixture.votes
                        .page(arena, Optional.empty(), null, Optional.empty(), 10)
                        .votes())
                .singleElement()
                .satisfies(view -> assertThat(view.withdrawn()).isTrue());
        assertThat(fixture.battles.voted(arena, ArenaFixture.ANN)).isZero();
        assertThat(fixture.arenas.find(ArenaFixture.ANN.scope(), arena.id()).changes())
                .isEqualTo(2);
    }

    @Test
    void an_arena_of_another_group_is_not_there() {
        // When / Then
        refused(() -> fixture.arenas.find(ArenaFixture.STRANGER.scope(), arena.id()), 404, "there is no arena");
        assertThat(fixture.arenas
                        .list(ArenaFixture.STRANGER.scope(), Optional.empty(), 10)
                        .arenas())
                .isEmpty();
        assertThat(fixture.arenas.find(ArenaFixture.BOB.scope(), arena.id().substring(0, 20)))
                .isEqualTo(arena);
    }

    @Test
    void votes_written_to_files_come_back_the_same() throws IOException {
        // Given
        for (Winner winner : Winner.values()) {
            vote(ArenaFixture.ANN, next(ArenaFixture.ANN), winner);
        }
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        VoteCsv.write(csv, lines -> fixture.votes.export(arena, lines));
        Arena copy = fixture.arenas.create(ArenaFixture.ANN, Samples.GROUP, "copy", List.of());

        // When
        int imported = imports().receive(copy, new ByteArrayInputStream(csv.toByteArray()), DatasetFormat.CSV);

        // Then
        assertThat(imported).isEqualTo(4);
        assertThat(fixture.votes.standing(copy, Optional.empty())).isEqualTo(standing());
        refused(
                () -> imports().receive(copy, new ByteArrayInputStream(csv.toByteArray()), DatasetFormat.CSV),
                409,
                "were imported before");
        assertThat(fixture.votes.standing(copy, Optional.empty())).hasSize(4);
    }

    @Test
    void a_file_with_one_wrong_row_changes_nothing_and_says_which() {
        // Given
        String rows = """
                {"model_a": "large", "model_b": "new", "winner": "tie"}
                {"model_a": "large", "model_b": "new", "winner": "large"}
                """;

        // When / Then
        assertThatThrownBy(() -> imports()
                        .receive(
                                arena,
                                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                                DatasetFormat.JSONL))
                .isInstanceOf(Refusal.class)
                .hasMessage("winner, line 2: the field 'winner' is none of model_a, model_b, tie and tie (bothbad);"
                        + " Correct it; nothing was imported.");
        assertThat(standing()).isEmpty();
        assertThat(fixture.arenas.models(arena)).hasSize(3);
    }

    @Test
    void a_board_is_that_of_the_votes_that_stand_and_the_same_each_time() {
        // Given
        Boards boards = new Boards(fixture.arenas, fixture.votes);
        for (int i = 0; i < ArenaFixture.COMPARISONS; i++) {
            Battles.Battle battle = next(ArenaFixture.ANN);
            vote(
                    ArenaFixture.ANN,
                    battle,
                    i % 3 == 0 ? Winner.TIE : battle.modelA() < battle.modelB() ? Winner.A : Winner.B);
        }
        Arena now = fixture.arenas.find(ArenaFixture.ANN.scope(), arena.id());

        // When
        Board board = boards.of(now, Optional.empty(), BoardSettings.STANDARD);

        // Then
        assertThat(board.models()).extracting(Board.Model::model).containsExactly("large", "medium", "small");
        assertThat(board.votes().people()).isEqualTo(ArenaFixture.COMPARISONS);
        assertThat(new Boards(fixture.arenas, fixture.votes).of(now, Optional.empty(), BoardSettings.STANDARD))
                .isEqualTo(board);
        assertThat(boards.of(now, Optional.of(Voter.JUDGE), BoardSettings.STANDARD)
                        .votes()
                        .all())
                .isZero();
        refused(
                () -> boards.of(now, Optional.empty(), new BoardSettings("nobody", 1000, 0.95, 100, 1)),
                400,
                "anchor: there are large, medium, small");
    }

    @Test
    void what_judges_of_a_run_said_counts_beside_people_and_is_compared_with_them() {
        // Given: the judge prefers the first model but on item 0, and on item 1 gave no vote
        Battles.Battle battle = next(ArenaFixture.ANN);
        vote(ArenaFixture.ANN, battle, battle.modelA() < battle.modelB() ? Winner.A : Winner.B);
        for (int item = 0; item < ArenaFixture.ITEMS; item++) {
            fixture.judged(item, 0, 1, item == 0 ? Integer.valueOf(3) : item == 1 ? null : Integer.valueOf(1));
            fixture.judged(item, 0, 2, item == 0 ? 2 : 1);
            fixture.judged(item, 1, 2, item == 0 ? 2 : 1);
        }
        Boards boards = new Boards(fixture.arenas, fixture.votes);
        Arena now = fixture.arenas.find(ArenaFixture.ANN.scope(), arena.id());

        // When
        Board all = boards.of(now, Optional.empty(), BoardSettings.STANDARD);
        Board people = boards.of(now, Optional.of(Voter.PERSON), BoardSettings.STANDARD);
        Board run = boards.of(fixture.run, BoardSettings.STANDARD);

        // Then: item 1 has no vote of the first two, and item 3 none against the last model, which failed there
        assertThat(run.votes().judges()).isEqualTo(5 + 5 + 5);
        assertThat(run.models()).extracting(Board.Model::model).containsExactly("large", "medium", "small");
        assertThat(run.style().votes()).isEqualTo(15);
        assertThat(all.votes()).isEqualTo(new Board.Votes(16, 1, 0, 1, 15, 0));
        assertThat(people.votes().all()).isEqualTo(1);
        assertThat(all.agreement()).singleElement().satisfies(agreement -> {
            assertThat(agreement.judge()).isEqualTo("grader");
            assertThat(agreement.compared()).isEqualTo(1);
        });
    }

    @Test
    void votes_of_judges_are_exported_after_those_of_people() {
        // Given
        vote(ArenaFixture.ANN, next(ArenaFixture.ANN), Winner.TIE);
        fixture.judged(2, 0, 1, 2);
        List<VoteView> lines = new ArrayList<>();

        // When
        fixture.votes.export(arena, lines::add);

        // Then
        assertThat(lines).extracting(VoteView::voter).containsExactly("person", "judge");
        assertThat(lines.get(1).question()).isEqualTo("item-2");
        assertThat(lines.get(1).modelA()).isEqualTo("large");
        assertThat(lines.get(1).winner()).isEqualTo("model_b");
        assertThat(lines.get(1).headingsA()).isEqualTo(1);
    }

    private VoteImport imports() {
        return new VoteImport(fixture.database, fixture.clock, 1 << 20);
    }

    @Test
    void a_file_that_is_too_long_is_refused() {
        // Given
        VoteImport small = new VoteImport(fixture.database, fixture.clock, 20);

        // When / Then
        refused(
                () -> small.receive(
                        arena,
                        new ByteArrayInputStream("{\"model_a\": \"x\", \"model_b\": \"y\", \"winner\": \"tie\"}"
                                .getBytes(StandardCharsets.UTF_8)),
                        DatasetFormat.JSONL),
                413,
                "longer than 20 bytes");
    }
}
