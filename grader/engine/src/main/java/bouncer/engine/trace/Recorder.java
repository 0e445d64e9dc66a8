package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.Place;
import bouncer.engine.Trace;
import bouncer.engine.Waiting;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Actor;
import bouncer.engine.run.EnabledSet;
import bouncer.engine.run.Execution;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.trace.Draft.Form;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records the events of one execution, which are worded when it is over. Not thread-safe. */
public final class Recorder implements ExecutionListener {
    /** The number of events after which plain accesses are left out, such as those of a large array. */
    private static final int MANY = 50_000;

    private final Predicate<Class<?>> own;
    private final ObjectNames names = new ObjectNames();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Task, List<Place>> stacks = new IdentityHashMap<>();
    private final Map<Task, Draft> last = new IdentityHashMap<>();
    /** Stores in store buffers, to the events in which they were made. */
    private final Map<Object, Draft> stores = new IdentityHashMap<>();

    private int preemptions;
    private boolean preempted;
    /** The thread that took the last step. */
    private @Nullable Task current;

    /**
     * A recorder of one execution.
     *
     * @param own which classes are the program's
     */
    public Recorder(Predicate<Class<?>> own) {
        this.own = own;
    }

    ObjectNames names() {
        return names;
    }

    private Draft add(Task task, Event.Kind kind, Form form, @Nullable MemoryLocation location, String text) {
        if (location != null) {
            names.seen(location.owner);
        }
        Draft draft = new Draft(task, kind, Stacks.here(own), form, location, text);
        draft.preempted = preempted;
        preempted = false;
        drafts.add(draft);
        last.put(task, draft);
        return draft;
    }

    private void phrase(Task task, Event.Kind kind, String text) {
        Draft unused = add(task, kind, Form.PHRASE, null, text);
    }

    private Draft verb(Task task, Event.Kind kind, MemoryLocation location, String text) {
        return add(task, kind, Form.VERB, location, text);
    }

    @Override
    public void scheduled(Actor actor, EnabledSet enabled) {
        if (actor instanceof Task to) {
            if (current != null
                    && current != to
                    && enabled.branches(current.id()) != 0
                    && current.operation().kind() != OperationKind.SLEEP) {
                preempted = true;
                preemptions++;
            }
            current = to;
        }
    }

    @Override
    public void announced(Task task) {
        stacks.put(task, Stacks.here(own));
        if (task.isWaiting()) {
            PendingOperation op = task.operation();
            MemoryLocation location = op.size() == 0 ? null : op.location(0);
            Draft draft = add(task, Wording.kind(op.kind()), Form.VERB, location, "waits for");
            Task holder = WaitForGraph.holder(task);
            draft.waitsFor = Wording.waitsFor(task, names);
            draft.heldBy = holder == null || op.kind() == OperationKind.JOIN ? null : holder.name();
        }
    }

    @Override
    public void chosen(Task task) {
        PendingOperation op = task.operation();
        boolean ready = task.took(Branch.READY);
        switch (op.kind()) {
            case READ, WRITE, UPDATE, PLAIN_READ, PLAIN_WRITE, BEGIN, INTERRUPTED, QUIET, ATOMIC, MARK -> {}
            case FLUSH, DRAIN -> {} // recorded when the store is made, and when it is flushed
            case ENTER -> acquired(verb(task, Event.Kind.LOCK, op.location(0), "locks"));
            case WAIT -> verb(task, Event.Kind.WAIT, op.location(1), "waits on");
            case WAITING ->
                verb(task, Event.Kind.WAIT, op.location(0), "wakes by " + Wording.end(task) + " from waiting on");
            case NOTIFY -> verb(task, Event.Kind.NOTIFY, op.location(0), op.words() + " on");
            case PARK -> phrase(task, Event.Kind.PARK, ready ? "passes park" : "leaves park by " + Wording.end(task));
            case START -> released(verb(task, Event.Kind.START, op.location(0), "starts").location);
            case JOIN -> acquired(verb(task, Event.Kind.JOIN, op.location(0), "has joined"));
            case END -> {
                phrase(task, Event.Kind.END, "ends");
                released(op.location(0));
            }
            case SLEEP ->
                phrase(
                        task,
                        Event.Kind.TIME,
                        task.took(Branch.INTERRUPT) ? "is interrupted in its sleep" : "has slept");
            case SPIN -> phrase(task, Event.Kind.SPIN, "sees a change");
            case CHOOSE, UNPARK, INTERRUPT -> {
                if (!op.words().isEmpty()) {
                    phrase(task, Wording.kind(op.kind()), op.words());
                }
            }
            case AWAIT -> {
                if (!op.words().isEmpty()) {
                    Draft draft = add(task, Event.Kind.MODEL, Form.CALL, op.location(0), op.words());
                    draft.value = ready ? null : Wording.end(task);
                }
            }
        }
        Draft draft = last.get(task);
        if (task.isLate() && draft != null) {
            draft.late = true;
        }
    }

    /** Records that the last event released through a location. */
    private void released(@Nullable MemoryLocation location) {
        if (location != null) {
            LocationHistory.of(location).released(drafts.size() - 1);
        }
    }

    private void acquired(Draft draft) {
        int from =
                draft.location == null ? -1 : LocationHistory.of(draft.location).lastRelease();
        if (from >= 0 && drafts.get(from).task != draft.task) {
            draft.after = from;
        }
    }

    @Override
    public void unlocked(Task task, MemoryLocation monitor) {
        released(verb(task, Event.Kind.UNLOCK, monitor, "unlocks").location);
    }

    @Override
    public void accessed(Task task, MemoryLocation location, OperationKind kind) {
        if (drafts.size() > MANY && (kind == OperationKind.PLAIN_READ || kind == OperationKind.PLAIN_WRITE)) {
            last.remove(task);
            return;
        }
        unseen(access(task, location, kind, null));
    }

    @Override
    public void called(Task task, MemoryLocation location, String method, OperationKind kind) {
        unseen(access(task, location, kind, method));
    }

    @Override
    public void raced(Task task, MemoryLocation location, OperationKind kind, @Nullable String method) {
        Draft unused = access(task, location, kind, method);
    }

    private Draft access(Task task, MemoryLocation location, OperationKind kind, @Nullable String method) {
        Draft draft = method == null
                ? verb(task, Wording.kind(kind), location, Wording.verb(kind))
                : add(task, Event.Kind.MODEL, Form.CALL, location, method);
        if (kind == OperationKind.READ || kind == OperationKind.UPDATE) {
            acquired(draft);
        }
        boolean releases = kind == OperationKind.WRITE || kind == OperationKind.UPDATE;
        boolean write = releases || kind == OperationKind.PLAIN_WRITE;
        LocationHistory.of(location).accessed(task.id(), drafts.size() - 1, write);
        if (releases) {
            released(location);
        }
        return draft;
    }

    /** Adds a remark to an access that does not see a write of another thread yet. */
    private void unseen(Draft draft) {
        if (stores.isEmpty() || draft.location == null) {
            return;
        }
        for (Actor actor : draft.task.execution().actors().all()) {
            if (actor instanceof Task other && other != draft.task) {
                Object store = other.stores().latest(draft.location);
                Draft made = store == null ? null : stores.get(store);
                if (made != null) {
                    draft.detail = "the write of " + made.argument + " is still in " + other.name() + "'s store buffer";
                }
            }
        }
    }

    @Override
    public void stored(
            Task task, MemoryLocation location, String method, @Nullable Object value, @Nullable Object store) {
        OperationKind kind = store == null ? OperationKind.WRITE : OperationKind.PLAIN_WRITE;
        Draft draft = access(task, location, kind, method);
        names.holds(location, value);
        draft.argument = names.value(value);
        if (store != null) {
            draft.detail = "in its store buffer: no other thread sees it yet";
            stores.put(store, draft);
        }
    }

    @Override
    public void flushed(Task task, MemoryLocation location, Object store) {
        Draft made = stores.get(store);
        if (made != null) {
            Draft draft = new Draft(task, Event.Kind.WRITE, made.stack, Form.VERB, location, "lets the others see");
            draft.detail = "out of its store buffer";
            draft.value = made.argument;
            drafts.add(draft);
            released(location);
        }
    }

    @Override
    public void value(Task task, @Nullable Object value) {
        Draft draft = last.get(task);
        if (draft != null) {
            if (draft.location != null) {
                names.holds(draft.location, value);
            }
            draft.value = names.value(value);
        }
    }

    @Override
    public void said(Task task, Supplier<String> words) {
        Draft draft = last.get(task);
        if (draft != null) {
            draft.detail = words.get();
        }
    }

    @Override
    public void locked(Task task, MemoryLocation lock, boolean acquired) {
        Draft draft = last.get(task);
        if (draft != null && draft.location == lock) {
            draft.kind = acquired ? Event.Kind.LOCK : Event.Kind.UNLOCK;
            if (acquired) {
                acquired(draft);
            } else {
                LocationHistory.of(lock).released(drafts.lastIndexOf(draft));
            }
        }
    }

    @Override
    public void named(Object value, String field) {
        names.holds(field, value);
    }

    @Override
    public void loops(Task task) {
        stacks.put(task, Stacks.here(own));
    }

    /** Where a thread announced its last operation, or was found in an endless loop. */
    List<Place> stackOf(Task task) {
        return stacks.getOrDefault(task, List.of());
    }

    /** Returns a description of a blocked thread. */
    Waiting describe(Task task) {
        Task holder = WaitForGraph.holder(task);
        return new Waiting(
                task.name(),
                Wording.waitsFor(task, names),
                holder == null ? null : holder.name(),
                task.operation().isTimed(),
                stackOf(task));
    }

    /** Returns the trace so far. */
    Trace trace(Execution execution) {
        List<Event> events = new ArrayList<>();
        for (Draft draft : drafts) {
            events.add(draft.event(events.size(), names));
        }
        List<String> threads = execution.actors().all().stream()
                .filter(Task.class::isInstance)
                .map(Actor::name)
                .toList();
        return new Trace(threads, events, preemptions);
    }
}
