package dev.assay.orchestrator.dispatch;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may go now: groups take turns, within a group its lanes take turns, one task each. Turns go on from one
 * decision to the next, or where only one task may go at a time it would always be the same group's and the same run's:
 * a group begins with the run after the one that was served last, and a run with the lane that is named first. A pool
 * never has more in flight than it allows, nor all pools together more than the window. Knows no clock, no thread and no I/O;
 * the same sequence of calls gives the same decisions. Not thread-safe.
 */
public final class Dispenser {

    private final Map<PoolId, RequestPacer> pacers = new HashMap<>();
    private final Map<PoolId, GroupId> lastServed = new HashMap<>();
    private final Map<Share, RunId> lastRuns = new HashMap<>();

    /** What a group has of a pool. */
    private record Share(PoolId pool, GroupId group) {}

    /**
     * One decision.
     *
     * @param window how many tasks may be in flight in all: the workers' slots and some in reserve
     */
    public List<Allotment> tick(Instant now, int window, List<PoolLoad> pools, List<Demand> demands) {
        int free = window - pools.stream().mapToInt(PoolLoad::inFlight).sum();
        List<Allotment> allotments = new ArrayList<>();
        for (PoolLoad pool : pools) {
            RequestPacer pacer = pacer(pool);
            int may = Math.min(free, room(now, pool, pacer));
            if (may > 0) {
                Map<Demand, Integer> turns = takeTurns(pool.pool(), may, demands);
                turns.forEach((demand, count) -> allotments.add(new Allotment(demand, count)));
                int given = turns.values().stream().mapToInt(Integer::intValue).sum();
                free -= given;
                if (pacer != null) {
                    pacer.take(now, given);
                }
            }
        }
        return allotments;
    }

    private static int room(Instant now, PoolLoad pool, @Nullable RequestPacer pacer) {
        Integer concurrent = pool.concurrent();
        int room = concurrent == null ? Integer.MAX_VALUE : concurrent - pool.inFlight();
        return pacer == null ? room : (int) Math.min(room, pacer.available(now));
    }

    private @Nullable RequestPacer pacer(PoolLoad pool) {
        Long perMinute = pool.requestsPerMinute();
        if (perMinute == null) {
            pacers.remove(pool.pool());
            return null;
        }
        RequestPacer known = pacers.get(pool.pool());
        if (known == null || known.perMinute() != perMinute) {
            known = new RequestPacer(perMinute);
            pacers.put(pool.pool(), known);
        }
        return known;
    }

    private Map<Demand, Integer> takeTurns(PoolId pool, int may, List<Demand> demands) {
        Deque<Queue> groups = queuesAfterLastServed(pool, demands);
        Map<Demand, Integer> turns = new LinkedHashMap<>();
        int left = may;
        while (left > 0 && !groups.isEmpty()) {
            Queue group = groups.removeFirst();
            Demand served = group.next();
            turns.merge(served, 1, Integer::sum);
            lastServed.put(pool, group.group);
            lastRuns.put(new Share(pool, group.group), served.run());
            left--;
            if (!group.lanes.isEmpty()) {
                groups.addLast(group);
            }
        }
        return turns;
    }

    private Deque<Queue> queuesAfterLastServed(PoolId pool, List<Demand> demands) {
        TreeMap<GroupId, Queue> byGroup = new TreeMap<>();
        for (Demand demand : demands) {
            if (demand.pool().equals(pool)) {
                byGroup.computeIfAbsent(demand.group(), Queue::new).add(demand);
            }
        }
        byGroup.values().forEach(queue -> queue.beginAfter(lastRuns.get(new Share(pool, queue.group))));
        Deque<Queue> order = new ArrayDeque<>();
        GroupId last = lastServed.get(pool);
        if (last == null) {
            order.addAll(byGroup.values());
        } else {
            order.addAll(byGroup.tailMap(last, false).values());
            order.addAll(byGroup.headMap(last, true).values());
        }
        return order;
    }

    /** The lanes of one group that still have something to send, in the order of their turns. */
    private static final class Queue {

        private static final Comparator<Demand> BY_RUN = Comparator.comparing(Demand::run);

        private final GroupId group;
        private final Deque<Demand> lanes = new ArrayDeque<>();
        private final Map<Demand, Integer> left = new HashMap<>();

        Queue(GroupId group) {
            this.group = group;
        }

        void add(Demand demand) {
            lanes.addLast(demand);
            left.put(demand, demand.ready());
        }

        /** Puts runs in order, beginning after the one that had its turn; a run's lanes stay as they are. */
        void beginAfter(@Nullable RunId last) {
            List<Demand> ordered = lanes.stream().sorted(BY_RUN).toList();
            lanes.clear();
            if (last == null) {
                lanes.addAll(ordered);
                return;
            }
            Predicate<Demand> later = demand -> demand.run().compareTo(last) > 0;
            ordered.stream().filter(later).forEach(lanes::addLast);
            ordered.stream().filter(later.negate()).forEach(lanes::addLast);
        }

        Demand next() {
            Demand demand = lanes.removeFirst();
            if (left.merge(demand, -1, Integer::sum) > 0) {
                lanes.addLast(demand);
            }
            return demand;
        }
    }
}
