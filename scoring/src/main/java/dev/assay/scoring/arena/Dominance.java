package dev.assay.scoring.arena;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Groups of models that can be rated together: within a group each has, over some chain of battles, not lost to each
 * other. Between two groups one side never won, or they never met, and the votes put no bound on their distance.
 *
 * <p>These are the strongly connected components of "won or tied against" (Ford 1957), found by Tarjan's algorithm
 * without recursion.
 */
final class Dominance {

    private final List<List<Integer>> successors = new ArrayList<>();
    private final List<List<Integer>> groups = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final int[] index;
    private final int[] low;
    private final boolean[] isOpen;
    private int found;

    private Dominance(Roster models, List<Battle> battles) {
        index = new int[models.size()];
        low = new int[models.size()];
        isOpen = new boolean[models.size()];
        Arrays.fill(index, -1);
        for (int i = 0; i < models.size(); i++) {
            successors.add(new ArrayList<>());
        }
        for (Battle battle : battles) {
            if (battle.weight() == 0) {
                continue;
            }
            int a = models.number(battle.modelA());
            int b = models.number(battle.modelB());
            if (battle.outcome() != Outcome.B_WINS) {
                successors.get(a).add(b);
            }
            if (battle.outcome() != Outcome.A_WINS) {
                successors.get(b).add(a);
            }
        }
    }

    /** The groups by the numbers of their models; one if all can be rated together. */
    static List<List<Integer>> groups(Roster models, List<Battle> battles) {
        Dominance dominance = new Dominance(models, battles);
        for (int i = 0; i < models.size(); i++) {
            if (dominance.index[i] < 0) {
                dominance.visit(i);
            }
        }
        return dominance.groups;
    }

    private void visit(int root) {
        Deque<int[]> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            int[] step = path.element();
            int model = step[0];
            List<Integer> next = successors.get(model);
            if (step[1] < next.size()) {
                int other = next.get(step[1]++);
                if (index[other] < 0) {
                    enter(other, path);
                } else if (isOpen[other]) {
                    low[model] = Math.min(low[model], index[other]);
                }
            } else {
                path.remove();
                leave(model, path);
            }
        }
    }

    private void enter(int model, Deque<int[]> path) {
        index[model] = found;
        low[model] = found++;
        open.push(model);
        isOpen[model] = true;
        path.push(new int[] {model, 0});
    }

    private void leave(int model, Deque<int[]> path) {
        if (low[model] == index[model]) {
            List<Integer> group = new ArrayList<>();
            int member;
            do {
                member = open.pop();
                isOpen[member] = false;
                group.add(member);
            } while (member != model);
            groups.add(group);
        }
        if (!path.isEmpty()) {
            int before = path.element()[0];
            low[before] = Math.min(low[before], low[model]);
        }
    }
}
