package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.Place;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of a trace before its wording: its value and remark may be set after it was recorded. */
final class Draft {
    /** The form of an event's sentence. */
    enum Form {
        /** The text alone: {@code has slept}. */
        PHRASE,
        /** The text as a verb, the target and its value: {@code reads count = 0}. */
        VERB,
        /** A method of the target, its argument and its result: {@code queue.poll() → null}. */
        CALL
    }

    final Task task;
    final Form form;
    final List<Place> stack;
    final @Nullable MemoryLocation location;
    final String text;
    Event.Kind kind;

    @Nullable
    String value;

    @Nullable
    String argument;

    /** A remark, which stands in brackets. */
    @Nullable
    String detail;

    /** What the thread is blocked on after this event, in place of the text; or null. */
    @Nullable
    String waitsFor;

    /** The thread that holds what it waits for. */
    @Nullable
    String heldBy;

    /** The index of the event that this one acquires from, or -1. */
    int after = -1;
    /** Whether the step preempts another thread. */
    boolean preempted;
    /** Whether the thread was delayed until its deadline had passed. */
    boolean late;

    Draft(Task task, Event.Kind kind, List<Place> stack, Form form, @Nullable MemoryLocation location, String text) {
        this.task = task;
        this.kind = kind;
        this.stack = stack;
        this.form = form;
        this.location = location;
        this.text = text;
    }

    /** Returns the event with its wording. */
    Event event(int index, ObjectNames names) {
        String target = location == null ? "" : names.of(location);
        return new Event(
                index, task.name(), kind, stack, target, value, words(target), waitsFor, heldBy, after, preempted);
    }

    private String words(String target) {
        return sentence(target)
                + (detail == null ? "" : " (" + detail + ")")
                + (late ? " (held up until its time is over)" : "");
    }

    private String sentence(String target) {
        if (waitsFor != null) {
            return "waits for " + waitsFor + (heldBy == null ? "" : ", held by " + heldBy);
        }
        return switch (form) {
            case PHRASE -> text;
            case VERB -> text + " " + target + (value == null ? "" : " = " + value);
            case CALL ->
                target + "." + text + "(" + (argument == null ? "" : argument) + ")"
                        + (value == null ? "" : " → " + value);
        };
    }
}
