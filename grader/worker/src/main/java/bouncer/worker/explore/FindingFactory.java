package bouncer.worker.explore;

import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.RacingAccess;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import bouncer.engine.Event;
import bouncer.engine.Failure;
import bouncer.engine.Trace;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.runtime.CheckContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates the engine's failures into findings. Used by one thread, directly after the failing execution. */
final class FindingFactory {
    /** Faults of wrong values. A check that names one of them reports a standstill as a lost wake-up instead. */
    private static final Set<Fault> OF_VALUES = Collections.unmodifiableSet(EnumSet.of(
            Fault.WRONG_RESULT,
            Fault.LOST_UPDATE,
            Fault.CHECK_THEN_ACT,
            Fault.TORN_SNAPSHOT,
            Fault.UNLOCKED_READ,
            Fault.WRONG_LOCK,
            Fault.NOT_EXCLUSIVE,
            Fault.PERMIT_OFF_BY_ONE,
            Fault.DOUBLE_HAND_OUT,
            Fault.OVER_CREATION,
            Fault.UNSAFE_PUBLICATION));

    private final CheckInfo info;
    private final TraceTranslator story;
    private final FailureTranslator blame;

    FindingFactory(CheckInfo info, TraceTranslator story, FailureTranslator blame) {
        this.info = info;
        this.story = story;
        this.blame = blame;
    }

    Finding of(Failure failure) {
        Trace trace = failure.trace();
        List<Step> steps = story.steps(trace);
        String token = failure.token();
        if (failure instanceof Failure.Threw threw) {
            return explored(thrown(threw.thrown(), trace), steps, token);
        } else if (failure instanceof Failure.DataRace race) {
            return race(race, steps);
        } else if (failure instanceof Failure.Deadlock deadlock) {
            List<WaitingThread> cycle = story.waiters(deadlock.cycle());
            Fault fault = cycle.size() > 1 ? Fault.LOCK_ORDER_DEADLOCK : Fault.DEADLOCK;
            String message = cycle.size() > 1
                    ? cycle.size() + " threads wait for each other in a cycle: " + sentence(cycle)
                    : "A thread waits for itself: " + sentence(cycle);
            return new Finding.Deadlock(fault, message, place(cycle), cycle, story.standing(steps, cycle), token);
        } else if (failure instanceof Failure.Hang stuck) {
            return stuck(stuck, steps);
        } else if (failure instanceof Failure.Livelock spinning) {
            List<WaitingThread> spinner = story.waiters(List.of(spinning.spinner()));
            String message = spinner.get(0).thread()
                    + " checks again and again what no other thread changes, instead of blocking";
            return new Finding.Spinning(Fault.BUSY_WAIT, message, place(spinner), spinner, steps, token);
        }
        if (failure instanceof Failure.EndlessLoop endless) {
            Location at = story.location(endless.stack());
            String where = at == null ? "" : " at " + at;
            String message = endless.thread() + " is in an endless loop" + where + ", so its call never returns";
            return new Finding.Spinning(Fault.HANG, message, at, List.of(), steps, token);
        }
        if (failure instanceof Failure.UnexpectedBlocking waited) {
            List<WaitingThread> waiter = story.waiters(List.of(waited.waiter()));
            Fault meant = CheckContext.unreached(waited.label());
            return new Finding.Stuck(
                    meant == null ? info.fault() : meant,
                    waited.label() + ": " + sentence(waiter),
                    place(waiter),
                    waiter,
                    steps,
                    token);
        }
        Failure.Unreached unreached = (Failure.Unreached) failure;
        Fault fault = CheckContext.unreached(unreached.label());
        return new Finding.Unreachable(
                fault == null ? info.fault() : fault,
                unreached.label() + ": no order of steps leads there",
                story.last(trace),
                unreached.label());
    }

    private Finding thrown(Throwable thrown, Trace trace) {
        Finding finding = blame.of(thrown, info);
        return finding.location() != null ? finding : FailureTranslator.at(finding, story.last(trace));
    }

    private Finding stuck(Failure.Hang stuck, List<Step> steps) {
        List<WaitingThread> waiters = story.waiters(stuck.waiters()).stream()
                .filter(waiter -> waiter.at() != null)
                .toList();
        Throwable reason = CheckContext.failure();
        if (reason != null) {
            // A thread of the check ended with this exception, and the others wait because of that.
            return explored(thrown(reason, stuck.trace()), steps, stuck.token());
        }
        Finding meant = CheckContext.standstill();
        Fault fault =
                meant != null ? meant.fault() : OF_VALUES.contains(info.fault()) ? Fault.LOST_WAKEUP : info.fault();
        String what = waiters.isEmpty()
                ? "A call never returns"
                : sentence(waiters) + gone(stuck.trace(), waiters) + ", and no thread is left that could end this";
        String message = meant != null ? meant.message() + ": " + what : what;
        List<Step> whole = story.standing(steps, waiters);
        return new Finding.Stuck(fault, message, place(waiters), waiters, whole, stuck.token());
    }

    private Finding race(Failure.DataRace race, List<Step> steps) {
        List<Event> events = race.trace().events();
        Set<String> first = Locks.at(events, race.first());
        Set<String> second = Locks.at(events, race.second());
        // If both accesses hold locks, these differ, since they do not order the accesses. Otherwise one holds no lock.
        Fault fault = first.isEmpty() || second.isEmpty() ? Fault.UNLOCKED_READ : Fault.WRONG_LOCK;
        String why = fault == Fault.WRONG_LOCK
                ? "they hold different locks"
                : "no lock, no volatile field and nothing else orders one before the other";
        String who = story.isUseByTheCheck(race.first()) && story.isUseByTheCheck(race.second())
                ? race.first().thread() + " and " + race.second().thread() + " use " + TraceTranslator.SHARED
                        + ", which the class must protect"
                : race.first().thread() + " " + words(race.first()) + " and "
                        + race.second().thread() + " " + words(race.second());
        String message = who + ", and " + why + ": the second may never see what the first did";
        return new Finding.DataRace(
                fault,
                message,
                story.location(race.second().stack()),
                story.isUseByTheCheck(race.second()) ? TraceTranslator.SHARED : race.variable(),
                access(race.first()),
                access(race.second()),
                steps,
                race.token());
    }

    /** Describes an access; variables of the check, which a student does not know, are not named. */
    private String words(Event event) {
        if (!story.isUseByTheCheck(event)) {
            return event.words();
        }
        return (event.kind() == Event.Kind.READ ? "reads " : "writes ") + TraceTranslator.SHARED
                + ", which the class must protect";
    }

    private RacingAccess access(Event event) {
        return new RacingAccess(event.thread(), words(event), story.locations(event.stack()));
    }

    private static String sentence(List<WaitingThread> waiters) {
        StringBuilder text = new StringBuilder();
        for (WaitingThread waiter : waiters) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(waiter.thread())
                    .append(" waits for ")
                    .append(waiter.waitsFor());
            if (waiter.heldBy() != null && !waiter.waitsFor().contains(waiter.heldBy())) {
                text.append(", held by ").append(waiter.heldBy());
            }
        }
        return text.toString();
    }

    /** Returns words that say that the thread which holds the lock of the only waiter has ended; else empty. */
    private static String gone(Trace trace, List<WaitingThread> waiters) {
        String holder = waiters.size() == 1 ? waiters.get(0).heldBy() : null;
        boolean ended = trace.events().stream()
                .anyMatch(event ->
                        event.kind() == Event.Kind.END && event.thread().equals(holder));
        return ended ? ", which has ended" : "";
    }

    /** Returns the first location of the waiters, if possible one with a line, or null. */
    private static @Nullable Location place(List<WaitingThread> waiters) {
        Location any = null;
        for (WaitingThread waiter : waiters) {
            Location at = waiter.at();
            if (at != null && at.line() > 0) {
                return at;
            }
            any = any == null ? at : any;
        }
        return any;
    }

    /**
     * Returns the same finding with its schedule and token; kinds that exploration does not find are returned
     * unchanged.
     */
    private static Finding explored(Finding finding, List<Step> steps, String token) {
        if (finding instanceof Finding.ContractBroken f) {
            return new Finding.ContractBroken(
                    f.fault(), f.message(), f.location(), f.expected(), f.actual(), steps, token);
        } else if (finding instanceof Finding.WrongResult f) {
            return new Finding.WrongResult(
                    f.fault(), f.message(), f.location(), f.expected(), f.actual(), steps, token);
        } else if (finding instanceof Finding.NotLinearizable f) {
            return new Finding.NotLinearizable(f.fault(), f.message(), f.location(), f.history(), steps, token);
        } else if (finding instanceof Finding.Spinning f) {
            return new Finding.Spinning(f.fault(), f.message(), f.location(), f.waiters(), steps, token);
        } else if (finding instanceof Finding.Crash f) {
            return new Finding.Crash(f.fault(), f.message(), f.location(), steps, token);
        }
        return finding;
    }
}
