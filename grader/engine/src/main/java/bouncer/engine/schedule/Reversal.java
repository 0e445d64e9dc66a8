package bouncer.engine.schedule;

import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.List;

/**
 * The reversal of a race: the steps that do not depend on its first step, followed by its second step. Steps can be
 * taken out from its front, in any order that their dependence allows.
 */
final class Reversal {
    /** Way of a step that could not be taken yet. */
    private static final int UNKNOWN = -1;

    private final List<Element> left = new ArrayList<>();

    /** A step; its number is the one it had in the execution. */
    private record Element(int task, int bit, int number, VectorClock clock) {}

    /** Adds the next step. */
    void add(int task, int bit, int number, VectorClock clock) {
        left.add(new Element(task, bit, number, clock));
    }

    /** Adds, as the last, an operation that was announced but could not be done. */
    void addPending(int task, VectorClock clock) {
        left.add(new Element(task, UNKNOWN, Integer.MAX_VALUE, clock));
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    int size() {
        return left.size();
    }

    /** Where the first step of a task is, or -1. */
    int first(int task) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).task == task) {
                return i;
            }
        }
        return -1;
    }

    /** Returns true if a step depends on none before it. */
    boolean isInitial(int index) {
        VectorClock clock = left.get(index).clock;
        for (int i = 0; i < index; i++) {
            Element before = left.get(i);
            if (clock.get(before.task) > before.number) {
                return false;
            }
        }
        return true;
    }

    /** Tasks that can come first, those with a step of their own in it. */
    long initials() {
        long met = 0;
        long found = 0;
        for (int i = 0; i < left.size(); i++) {
            long task = 1L << left.get(i).task;
            if ((met & task) == 0 && isInitial(i)) {
                found |= task;
            }
            met |= task;
        }
        return found;
    }

    int task(int index) {
        return left.get(index).task;
    }

    int bit(int index) {
        return left.get(index).bit;
    }

    void remove(int index) {
        left.remove(index);
    }
}
