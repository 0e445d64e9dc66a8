package bouncer.worker.explore;

import bouncer.checks.result.Location;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import bouncer.engine.Event;
import bouncer.engine.Place;
import bouncer.engine.Trace;
import bouncer.engine.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Translates a trace for students: into steps in source lines, each in the submission if it has a line there.
 * Immutable.
 *
 * @param submissions recognises the submission's classes by name
 */
record TraceTranslator(Predicate<String> submissions) {
    /** The most events that are shown; of longer traces only the end is shown. */
    private static final int MOST = 300;

    /** The name of a variable of the check in texts for students. */
    static final String SHARED = "the check's data";

    /** Returns the steps with a source line, in order. Consecutive accesses to data of the check are one step. */
    List<Step> steps(Trace trace) {
        List<Event> shown = LoopFolding.once(trace.events().stream()
                .filter(event -> isTold(event, trace.threads().get(0)))
                .toList());
        shown = shown.subList(Math.max(0, shown.size() - MOST), shown.size());
        Map<Integer, Integer> indices = new HashMap<>();
        Set<Integer> kept = new HashSet<>();
        Event last = null;
        for (Event event : shown) {
            if (last == null || !isSameUse(last, event)) {
                kept.add(event.index());
            }
            indices.put(event.index(), kept.size() - 1);
            last = event;
        }
        Locks locks = new Locks();
        List<Step> steps = new ArrayList<>();
        for (Event event : trace.events()) {
            locks.pass(event);
            if (kept.contains(event.index())) {
                steps.add(step(event, indices.getOrDefault(event.after(), -1), locks));
            } else if (indices.containsKey(event.index()) && event.kind() != Event.Kind.READ) {
                // The accesses include a write, which describes the whole step.
                steps.set(
                        steps.size() - 1,
                        step(event, steps.get(steps.size() - 1).after(), locks));
            }
        }
        return steps;
    }

    /** Returns true if two consecutive steps of one thread access data of the check. */
    private boolean isSameUse(Event one, Event other) {
        return one.thread().equals(other.thread()) && isUseByTheCheck(one) && isUseByTheCheck(other);
    }

    /** Returns true if a step reads or writes data of the check in code of the check. */
    boolean isUseByTheCheck(Event event) {
        boolean access = event.kind() == Event.Kind.READ
                || event.kind() == Event.Kind.WRITE
                || event.kind() == Event.Kind.UPDATE;
        return access && event.stack().stream().noneMatch(place -> submissions.test(place.className()));
    }

    /**
     * Returns true for steps of the submission and of the threads that the check starts; preparations are not shown.
     */
    private boolean isTold(Event event, String main) {
        boolean theirs = event.stack().stream().anyMatch(place -> submissions.test(place.className()));
        if (!theirs && event.thread().equals(main) && event.kind() != Event.Kind.INTERRUPT) {
            return false;
        }
        return switch (event.kind()) {
            case MARK, MODEL -> !event.words().isEmpty() && theirs;
            case START, JOIN, END -> theirs;
            case READ, WRITE, UPDATE, LOCK, UNLOCK, WAIT, NOTIFY, PARK, UNPARK, INTERRUPT, TIME, SPIN -> true;
        };
    }

    private Step step(Event event, int after, Locks locks) {
        if (isUseByTheCheck(event)) {
            return new Step(
                    event.thread(),
                    "",
                    0,
                    "uses " + SHARED,
                    kind(event.kind()),
                    SHARED,
                    null,
                    after,
                    event.waitsFor(),
                    event.heldBy());
        }
        Location at = location(event.stack());
        String waitsFor = event.waitsFor();
        String heldBy = event.heldBy();
        return new Step(
                event.thread(),
                at == null ? "" : at.file(),
                at == null ? 0 : at.line(),
                event.words(),
                kind(event.kind()),
                event.target().isEmpty() ? null : event.target(),
                event.value(),
                after,
                waitsFor,
                waitsFor != null && heldBy == null ? locks.holder(event.target(), event.thread()) : heldBy);
    }

    private static Step.Kind kind(Event.Kind kind) {
        return switch (kind) {
            case READ -> Step.Kind.READ;
            case WRITE -> Step.Kind.WRITE;
            case UPDATE -> Step.Kind.UPDATE;
            case LOCK -> Step.Kind.LOCK;
            case UNLOCK -> Step.Kind.UNLOCK;
            case WAIT -> Step.Kind.WAIT;
            case NOTIFY -> Step.Kind.NOTIFY;
            case PARK -> Step.Kind.PARK;
            case UNPARK -> Step.Kind.UNPARK;
            case START -> Step.Kind.START;
            case JOIN -> Step.Kind.JOIN;
            case END -> Step.Kind.END;
            case INTERRUPT -> Step.Kind.INTERRUPT;
            case TIME -> Step.Kind.TIMEOUT;
            case SPIN, MODEL, MARK -> Step.Kind.OTHER;
        };
    }

    /** Returns the innermost line of the submission, or else of the check, or null. */
    @Nullable
    Place place(List<Place> stack) {
        for (Place place : stack) {
            if (submissions.test(place.className())) {
                return place;
            }
        }
        return stack.isEmpty() ? null : stack.get(0);
    }

    /** Returns the innermost line of the submission, or null. */
    @Nullable
    Location location(List<Place> stack) {
        Place place = place(stack);
        return place != null && submissions.test(place.className()) ? new Location(place.file(), place.line()) : null;
    }

    /**
     * Returns the location of a failure for which no better one is known: the submission's last write by a thread other
     * than the main one, or else its last line.
     */
    @Nullable
    Location last(Trace trace) {
        Location line = null;
        for (int i = trace.events().size() - 1; i >= 0; i--) {
            Event event = trace.events().get(i);
            Location at = location(event.stack());
            line = line == null ? at : line;
            boolean writes = event.kind() == Event.Kind.WRITE || event.kind() == Event.Kind.UPDATE;
            if (at != null && writes && !event.thread().equals(trace.threads().get(0))) {
                return at;
            }
        }
        return line;
    }

    /** Returns all lines of the submission on a stack, innermost first. */
    List<Location> locations(List<Place> stack) {
        return stack.stream()
                .filter(place -> submissions.test(place.className()))
                .map(place -> new Location(place.file(), place.line()))
                .toList();
    }

    /** Returns the steps, followed by a step for each waiting thread whose wait is not among them. */
    List<Step> standing(List<Step> steps, List<WaitingThread> waiters) {
        List<Step> all = new ArrayList<>(steps);
        for (WaitingThread waiter : waiters) {
            boolean waits = false;
            for (Step step : steps) {
                waits = step.thread().equals(waiter.thread()) ? step.waitsFor() != null : waits;
            }
            Location at = waiter.at();
            if (!waits && at != null) {
                String held = waiter.heldBy() == null ? "" : ", held by " + waiter.heldBy();
                all.add(new Step(
                        waiter.thread(),
                        at.file(),
                        at.line(),
                        "waits for " + waiter.waitsFor() + held,
                        Step.Kind.WAIT,
                        null,
                        null,
                        -1,
                        waiter.waitsFor(),
                        waiter.heldBy()));
            }
        }
        return all;
    }

    /** Returns the waiting threads as lines of a thread dump. */
    List<WaitingThread> waiters(List<Waiting> waiting) {
        return waiting.stream()
                .map(each -> new WaitingThread(each.thread(), each.waitsFor(), each.heldBy(), location(each.stack())))
                .toList();
    }
}
