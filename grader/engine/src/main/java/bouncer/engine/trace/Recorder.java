package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.Place;
import bouncer.engine.Trace;
import bouncer.engine.buffer.BufferedStore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.Monitor;
import bouncer.engine.run.EnabledSet;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps what happens in one execution, and puts it into words at its end. */
public final class Recorder {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Beyond so many events plain accesses are left out, as those to each element of a large array. */
    private static final int MANY = 50_000;

    private final Predicate<Class<?>> own;
    private final ObjectNames names = new ObjectNames();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Task, List<Place>> stacks = new IdentityHashMap<>();
    private final Map<Task, Draft> last = new IdentityHashMap<>();
    private int preemptions;
    private boolean preempted;
    /** The thread that took the last step. */
    private @Nullable Task current;

    /** An event before the words. */
    private static final class Draft {
        final Task task;
        Event.Kind kind;
        final List<Place> stack;
        final @Nullable MemoryLocation loc;
        String call;

        @Nullable
        String value;

        @Nullable
        String waitsFor;

        @Nullable
        String heldBy;

        @Nullable
        String detail;

        @Nullable
        String argument;

        boolean method;
        int after = -1;
        boolean preempted;
        boolean late;

        Draft(Task task, Event.Kind kind, List<Place> stack, @Nullable MemoryLocation loc, String call) {
            this.task = task;
            this.kind = kind;
            this.stack = stack;
            this.loc = loc;
            this.call = call;
        }
    }

    /** What is known of a location's last accesses, as numbers of events. */
    private static final class Past {
        int given = -1;
        final Map<Integer, Integer> reads = new HashMap<>();
        final Map<Integer, Integer> writes = new HashMap<>();
    }

    /**
     * A recorder.
     *
     * @param own which classes are the program's
     */
    public Recorder(Predicate<Class<?>> own) {
        this.own = own;
    }

    public ObjectNames names() {
        return names;
    }

    public List<Place> stackOf(Task task) {
        return stacks.getOrDefault(task, List.of());
    }

    private List<Place> here() {
        return WALKER.walk(frames -> frames.filter(f ->
                        own.test(f.getDeclaringClass()) && !f.getMethodName().startsWith("bouncer$"))
                .limit(12)
                .map(Recorder::place)
                .toList());
    }

    private static Place place(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        int dot = type.lastIndexOf('.');
        String folder = dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/');
        String file = frame.getFileName();
        return new Place(
                type, frame.getMethodName(), folder + (file == null ? "?" : file), Math.max(0, frame.getLineNumber()));
    }

    private static Past past(MemoryLocation loc) {
        Past known = (Past) loc.record;
        if (known == null) {
            known = new Past();
            loc.record = known;
        }
        return known;
    }

    private Draft add(Task task, Event.Kind kind, @Nullable MemoryLocation loc, String call) {
        if (loc != null) {
            names.seen(loc.owner);
        }
        Draft draft = new Draft(task, kind, here(), loc, call);
        draft.preempted = preempted;
        preempted = false;
        drafts.add(draft);
        last.put(task, draft);
        return draft;
    }

    /** Another thread takes its turn; the one before may have to stand back, though it could go on. */
    public void turns(Task to, EnabledSet going) {
        if (to.lane == null) {
            if (current != null && current != to && going.ways(current.id) != 0) {
                preempted = true;
                preemptions++;
            }
            current = to;
        }
    }

    /** The task, which is the caller's, goes round in an endless loop. */
    public void loops(Task task) {
        stacks.put(task, here());
    }

    /** The task is about to ask for its turn. */
    public void announced(Execution x, Task task) {
        stacks.put(task, here());
        if (WaitForGraph.waits(x, task)) {
            Draft draft = add(task, kind(task.op.kind), task.op.count == 0 ? null : task.op.locs[0], "waits for ");
            if (task.op.kind == OperationKind.ENTER && task.op.guard instanceof Monitor monitor) {
                names.seen(monitor.object);
            }
            Task holder = WaitForGraph.holder(x, task);
            draft.waitsFor = WaitForGraph.what(x, task);
            draft.heldBy = holder == null || task.op.kind == OperationKind.JOIN ? null : holder.name;
        }
    }

    /** The task got its turn. */
    public void chosen(Execution x, Task task) {
        Operation op = task.op;
        switch (op.kind) {
            case READ, WRITE, UPDATE, PLAIN_READ, PLAIN_WRITE, BEGIN, INTERRUPTED, QUIET, ATOMIC, MARK -> {}
            case FLUSH, DRAIN -> {} // said of the store itself
            case ENTER -> took(add(task, Event.Kind.LOCK, op.locs[0], "locks "), op.locs[0]);
            case WAIT -> add(task, Event.Kind.WAIT, op.locs[1], "waits on ");
            case WAITING ->
                add(task, Event.Kind.WAIT, op.locs[0], "wakes by " + way(task.chosen) + " from waiting on ");
            case NOTIFY -> add(task, Event.Kind.NOTIFY, op.locs[0], op.words + " on ");
            case PARK ->
                add(
                        task,
                        Event.Kind.PARK,
                        null,
                        task.chosen == Operation.READY ? "passes park" : "leaves park by " + way(task.chosen));
            case START -> gave(add(task, Event.Kind.START, op.locs[0], "starts "), op.locs[0]);
            case JOIN -> took(add(task, Event.Kind.JOIN, op.locs[0], "has joined "), op.locs[0]);
            case END -> gave(add(task, Event.Kind.END, null, "ends"), op.locs[0]);
            case SLEEP ->
                add(
                        task,
                        Event.Kind.TIME,
                        null,
                        task.chosen == Operation.INTERRUPT ? "is interrupted in its sleep" : "has slept");
            case SPIN -> add(task, Event.Kind.SPIN, null, "sees a change");
            case AWAIT, CHOOSE, UNPARK, INTERRUPT -> {
                if (!op.words.isEmpty()) {
                    Draft draft =
                            add(task, kind(op.kind), op.kind == OperationKind.AWAIT ? op.locs[0] : null, op.words);
                    draft.method = op.kind == OperationKind.AWAIT;
                    if (op.kind == OperationKind.AWAIT && task.chosen != Operation.READY) {
                        draft.value = way(task.chosen);
                    }
                }
            }
        }
        Draft draft = last.get(task);
        if (task.late && draft != null) {
            draft.late = true;
        }
    }

    private static String way(int chosen) {
        return switch (chosen) {
            case Operation.TIMEOUT -> "timeout";
            case Operation.INTERRUPT -> "interrupt";
            case Operation.SPURIOUS -> "a spurious wake-up";
            default -> "itself";
        };
    }

    @SuppressWarnings("UnusedVariable") // the draft is made on the way in: its number is what counts
    private void gave(Draft draft, MemoryLocation loc) {
        past(loc).given = drafts.size() - 1;
    }

    private void took(Draft draft, MemoryLocation loc) {
        int from = past(loc).given;
        if (from >= 0 && drafts.get(from).task != draft.task) {
            draft.after = from;
        }
    }

    public void unlocked(Execution x, Task task, Monitor monitor) {
        gave(add(task, Event.Kind.UNLOCK, monitor.lock, "unlocks "), monitor.lock);
    }

    /** A variable is accessed. */
    public void access(Execution x, Task task, MemoryLocation loc, OperationKind kind) {
        if (drafts.size() > MANY && (kind == OperationKind.PLAIN_READ || kind == OperationKind.PLAIN_WRITE)) {
            last.remove(task);
            return;
        }
        note(
                task,
                loc,
                kind,
                kind == OperationKind.READ || kind == OperationKind.PLAIN_READ ? "reads " : "writes ",
                false);
        unseen(drafts.get(drafts.size() - 1), task, x.tasks, loc);
    }

    /** A method of a library object is called. */
    public void call(Execution x, Task task, MemoryLocation loc, String method, OperationKind kind) {
        note(task, loc, kind, method, true);
        unseen(drafts.get(drafts.size() - 1), task, x.tasks, loc);
    }

    /** An access or a call, whichever the words say. */
    public void any(Task task, MemoryLocation loc, OperationKind kind, String words) {
        boolean access = words.equals("reads") || words.equals("writes");
        note(task, loc, kind, access ? words + " " : words, !access);
    }

    private void note(Task task, MemoryLocation loc, OperationKind kind, String call, boolean method) {
        Draft draft = add(task, method ? Event.Kind.MODEL : kind(kind), loc, call);
        draft.method = method;
        Past past = past(loc);
        boolean write =
                kind == OperationKind.WRITE || kind == OperationKind.UPDATE || kind == OperationKind.PLAIN_WRITE;
        if (kind == OperationKind.READ || kind == OperationKind.UPDATE) {
            took(draft, loc);
        }
        (write ? past.writes : past.reads).put(task.id, drafts.size() - 1);
        if (kind == OperationKind.WRITE || kind == OperationKind.UPDATE) {
            gave(draft, loc);
        }
    }

    /** A store in a mode weaker than volatile; null if all see it at once. */
    public void stored(
            Task task, MemoryLocation loc, String call, @Nullable Object value, @Nullable BufferedStore store) {
        note(task, loc, store == null ? OperationKind.WRITE : OperationKind.PLAIN_WRITE, call, true);
        Draft draft = drafts.get(drafts.size() - 1);
        names.holds(loc, value);
        draft.argument = names.value(value);
        if (store != null) {
            draft.detail = "in its store buffer: no other thread sees it yet";
            store.record = draft;
        }
    }

    /** A store becomes visible to the others. */
    public void seen(Task task, BufferedStore store) {
        Draft made = (Draft) java.util.Objects.requireNonNull(store.record);
        Draft draft = new Draft(task, Event.Kind.WRITE, made.stack, store.loc, "lets the others see ");
        draft.detail = "out of its store buffer";
        draft.value = made.argument;
        drafts.add(draft);
        past(store.loc).given = drafts.size() - 1;
    }

    /** Says of an access whose writes it does not see yet. */
    private static void unseen(Draft draft, Task task, List<Task> tasks, MemoryLocation loc) {
        for (Task other : tasks) {
            BufferedStore store = other == task || other.stores == null ? null : other.stores.latest(loc);
            if (store != null && store.record instanceof Draft made) {
                draft.detail = "the write of " + made.argument + " is still in " + other.name + "'s store buffer";
            }
        }
    }

    /** The value that the task's last access read or wrote, or its last call returned. */
    public void value(Task task, @Nullable Object value) {
        Draft draft = last.get(task);
        if (draft != null) {
            if (draft.loc != null) {
                names.holds(draft.loc, value);
            }
            draft.value = names.value(value);
        }
    }

    /** The task's last event has more to say. */
    public void say(Task task, String words) {
        Draft draft = last.get(task);
        if (draft != null) {
            draft.detail = words;
        }
    }

    /** The task's last event took or let go of a lock. */
    public void lock(Task task, MemoryLocation loc, boolean taken) {
        Draft draft = last.get(task);
        if (draft != null && draft.loc == loc) {
            draft.kind = taken ? Event.Kind.LOCK : Event.Kind.UNLOCK;
            if (taken) {
                took(draft, loc);
            } else {
                past(loc).given = drafts.lastIndexOf(draft);
            }
        }
    }

    /** A remark. */
    public void note(Task task, String words) {
        add(task, Event.Kind.MARK, null, words);
    }

    private static Event.Kind kind(OperationKind kind) {
        return switch (kind) {
            case READ, PLAIN_READ -> Event.Kind.READ;
            case WRITE, PLAIN_WRITE, FLUSH, DRAIN -> Event.Kind.WRITE;
            case UPDATE -> Event.Kind.UPDATE;
            case ENTER -> Event.Kind.LOCK;
            case WAIT, WAITING -> Event.Kind.WAIT;
            case NOTIFY -> Event.Kind.NOTIFY;
            case PARK -> Event.Kind.PARK;
            case UNPARK -> Event.Kind.UNPARK;
            case START, BEGIN -> Event.Kind.START;
            case END -> Event.Kind.END;
            case JOIN -> Event.Kind.JOIN;
            case INTERRUPT, INTERRUPTED -> Event.Kind.INTERRUPT;
            case SLEEP, QUIET -> Event.Kind.TIME;
            case SPIN -> Event.Kind.SPIN;
            case AWAIT, CHOOSE, ATOMIC -> Event.Kind.MODEL;
            case MARK -> Event.Kind.MARK;
        };
    }

    /** The accesses that raced: the rival's, as far as known, and the last one of all. */
    List<Integer> raced(MemoryLocation loc, int rival, int task) {
        Past past = past(loc);
        Integer mine = Math.max(past.writes.getOrDefault(task, -1), past.reads.getOrDefault(task, -1));
        boolean write = mine.equals(past.writes.get(task));
        int theirs = past.writes.getOrDefault(rival, -1);
        if (write) {
            theirs = Math.max(theirs, past.reads.getOrDefault(rival, -1));
        }
        return List.of(theirs, mine);
    }

    /** All of it. */
    Trace trace(Execution x) {
        List<Event> events = new ArrayList<>();
        for (Draft d : drafts) {
            String target = d.loc == null ? "" : names.of(d.loc);
            events.add(new Event(
                    events.size(),
                    d.task.name,
                    d.kind,
                    d.stack,
                    target,
                    d.value,
                    words(d, target),
                    d.waitsFor,
                    d.heldBy,
                    d.after,
                    d.preempted));
        }
        return new Trace(
                x.tasks.stream().filter(t -> t.lane == null).map(t -> t.name).toList(), events, preemptions);
    }

    private static String words(Draft d, String target) {
        String detail =
                (d.detail == null ? "" : " (" + d.detail + ")") + (d.late ? " (held up until its time is over)" : "");
        if (d.waitsFor != null) {
            return "waits for " + d.waitsFor + (d.heldBy == null ? "" : ", held by " + d.heldBy) + detail;
        }
        if (d.method) {
            return target + "." + d.call + "(" + (d.argument == null ? "" : d.argument) + ")"
                    + (d.value == null ? "" : " → " + d.value) + detail;
        }
        if (d.call.endsWith(" ")) {
            return d.call + target + (d.value == null ? "" : " = " + d.value) + detail;
        }
        return d.call + detail;
    }
}
