package bouncer.app.diagnosis;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the fault that a check's author expected with what the recorded run shows. Stateless. */
final class Evidence {
    /** Faults in which another thread takes a step between two steps of one thread. */
    private static final Set<Fault> INTERLEAVINGS =
            EnumSet.of(Fault.LOST_UPDATE, Fault.CHECK_THEN_ACT, Fault.TORN_SNAPSHOT);

    private Evidence() {}

    /**
     * Returns the fault that the run shows: usually the finding's, but a wrong result if that fault needs an
     * interleaving and the recorded run has none, and violated mutual exclusion if the race is on data that the class
     * must protect and both threads are inside.
     */
    static Fault fault(Finding finding) {
        if (INTERLEAVINGS.contains(finding.fault()) && isSequential(finding)) {
            return Fault.WRONG_RESULT;
        }
        return finding instanceof Finding.DataRace race && areBothInside(race) ? Fault.NOT_EXCLUSIVE : finding.fault();
    }

    /** Returns a description of what happened that fits the fault. */
    static String message(Finding finding, Fault fault) {
        return finding instanceof Finding.DataRace race && fault == Fault.NOT_EXCLUSIVE
                ? race.first().thread() + " and " + race.second().thread() + " are inside at the same time: both use "
                        + race.variable() + ", which the class must protect"
                : finding.message();
    }

    /** Returns true if both accesses are the check's own and the first thread is still inside at the second. */
    private static boolean areBothInside(Finding.DataRace race) {
        if (!race.first().stack().isEmpty() || !race.second().stack().isEmpty()) {
            return false;
        }
        List<Step> steps = race.schedule();
        int second = last(steps, race.second().thread(), race.variable(), steps.size());
        int first = last(steps, race.first().thread(), race.variable(), second);
        return first >= 0
                && steps.subList(first + 1, second).stream()
                        .noneMatch(step -> step.thread().equals(race.first().thread()));
    }

    private static int last(List<Step> steps, String thread, String variable, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (steps.get(i).thread().equals(thread)
                    && variable.equals(steps.get(i).target())) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns true if the recorded run has no interleaving: each thread took all its steps in one piece. Returns false
     * if no run is recorded or a write became visible to other threads late.
     */
    static boolean isSequential(Finding finding) {
        List<String> turns = new ArrayList<>();
        for (Step step : finding.schedule()) {
            if (step.what().contains("store buffer")) {
                return false;
            }
            if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(step.thread())) {
                turns.add(step.thread());
            }
        }
        return !turns.isEmpty() && new HashSet<>(turns).size() == turns.size();
    }
}
