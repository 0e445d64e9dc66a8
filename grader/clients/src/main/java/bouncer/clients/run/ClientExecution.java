package bouncer.clients.run;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.Happening;
import bouncer.clients.history.History;
import bouncer.clients.plan.Client;
import bouncer.clients.plan.Turn;
import bouncer.engine.Model;
import bouncer.engine.Stamp;
import bouncer.engine.ThreadStanding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a client program: the main thread directs, and lets each caller take its turns. Turns are handed
 * over without ordering memory, and a call's begin and end are no steps. Confined to the threads of one execution, of
 * which one runs at a time.
 */
final class ClientExecution {
    /** How long a thread stands still that is stopped in its call, in nanoseconds. */
    private static final long HELD_UP = 3_000_000_000L;

    /** How often a director lets time pass for callers that sleep inside a call. */
    private static final int MOST_NAPS = 64;
    /** Longer than any time limit that ends. */
    private static final long LONGEST_PAUSE = TimeUnit.DAYS.toNanos(2);

    private final ObjectContract<Object, Object> contract;
    private final Client client;
    private final long nap;
    private final Resources resources;
    private final List<@Nullable Object> objects = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private int calls;
    private @Nullable Throwable creationFailure;
    private int failedCreation = -1;
    private boolean stopped;

    /** A thread that calls. */
    private final class Caller {
        final @Nullable Thread thread;
        final Object gate = new Object();
        final List<Turn> granted = new ArrayList<>();
        final List<Object> got = new ArrayList<>();
        final List<Object> returned = new ArrayList<>();
        int taken;

        @Nullable
        CallRecord underWay;

        Caller(String name) {
            Runnable body = this::serve;
            this.thread = client.variant().is(Client.Kind.VIRTUAL) ? nameless(name, body) : Model.spawn(name, body);
        }

        /** Takes the turns that the director grants. */
        void serve() {
            Model.serve(gate, "its turn", () -> taken < granted.size(), () -> {
                Turn turn = granted.get(taken);
                if (turn instanceof Turn.Call call) {
                    perform(this, call);
                } else if (turn instanceof Turn.Interrupt interrupt) {
                    interrupt(interrupt.thread());
                }
                taken++;
            });
        }

        /** Lets the caller take a turn; a step of the director. */
        void grant(List<Turn> turns) {
            Model.relaxed(gate, true, () -> granted.addAll(turns));
        }

        boolean isFree() {
            return taken == granted.size();
        }
    }

    /**
     * Prepares an execution.
     *
     * @param nap how long a call may sleep by itself, in nanoseconds; 0 for a class that never sleeps without waiting
     */
    ClientExecution(ObjectContract<Object, Object> contract, Client client, long nap) {
        this.contract = contract;
        this.client = client;
        this.nap = nap;
        this.resources = new Resources(client.making());
    }

    /** The life of the main thread. */
    void direct() {
        Model.keepTime(true);
        if (!create()) {
            return;
        }
        int count = client.threads();
        for (int i = 0; i < count; i++) {
            callers.add(new Caller("T" + (i + 1)));
        }
        Iterator<Turn> turns = client.turns().iterator();
        Model.serveWhenQuiet(() -> {
            settle();
            while (!stopped && turns.hasNext()) {
                if (take(turns.next())) {
                    return;
                }
            }
            // What follows is no part of the client: a daemon of the class may go on for ever.
            throw Model.finish();
        });
    }

    /** Starts a virtual thread; before JDK 21 a thread that has the same empty name as all of them. */
    private static Thread nameless(String name, Runnable body) {
        if (Runtime.version().feature() >= 21) {
            return Model.spawnVirtual(name, body);
        }
        Thread thread = Model.spawn(name, body);
        thread.setName("");
        return thread;
    }

    private void runTogether(Turn.Together together) {
        List<Caller> others = new ArrayList<>();
        List<Turn.Lane> lanes = new ArrayList<>();
        for (Turn.Lane lane : together.lanes()) {
            Caller caller = lane.thread() >= 0 ? callers.get(lane.thread()) : new Caller("an interrupter");
            // A caller that waits, as others were served before it, misses its turn.
            if (caller.isFree()) {
                others.add(caller);
                lanes.add(lane);
            }
        }
        // All stand at their gates before the first one opens; else the search would try to open them earlier.
        Model.awaitQuiet();
        Model.onRest(this::restBeforeTimePasses);
        Model.keepTime(false);
        int held = client.variant().of(Client.Kind.HELD);
        if (others.size() < together.lanes().size()) {
            held = 0;
        }
        if (held > 0) {
            Model.hold(thread(others.get(0)), held);
        }
        for (int i = 0; i < others.size(); i++) {
            others.get(i).grant(lanes.get(i).turns());
            if (held > 0) {
                Model.awaitQuiet();
            }
        }
        if (held > 0) {
            awaitRest();
            Model.onRest(() -> {});
            Model.pass(HELD_UP);
            Model.letGo(thread(others.get(0)));
        }
    }

    private boolean create() {
        int count = client.objects().size();
        objects.addAll(Collections.nCopies(count, null));
        List<Thread> makers = new ArrayList<>();
        for (int i = 0; i < count && failedCreation < 0; i++) {
            int index = i;
            if (client.variant().is(Client.Kind.APART)) {
                makers.add(Model.spawn("the maker of object " + (i + 1), () -> create(index)));
            } else {
                create(i);
            }
        }
        makers.forEach(Model::join);
        return failedCreation < 0;
    }

    private void create(int index) {
        try {
            Supplier<Object> maker = client.lacksMaker() ? null : resources.maker(this);
            CallArguments in = new CallArguments(client.objects().get(index), null, null, null, maker);
            objects.set(index, contract.constructor().call(in));
        } catch (Throwable e) {
            Model.rethrowEnd(e);
            creationFailure = e;
            failedCreation = index;
        }
    }

    /** Returns false if nothing came of a turn. */
    private boolean take(Turn turn) {
        if (turn instanceof Turn.Pass pass) {
            Model.onRest(this::restBeforeTimePasses);
            Model.pass(pass.nanos());
        } else if (turn instanceof Turn.LetMake) {
            resources.letAll();
        } else if (turn instanceof Turn.Interrupt interrupt) {
            interrupt(interrupt.thread());
        } else if (turn instanceof Turn.Call call) {
            Caller caller = callers.get(call.thread());
            if (!caller.isFree()) {
                return false;
            }
            caller.grant(List.of(call));
        } else if (turn instanceof Turn.Together together) {
            runTogether(together);
        }
        return true;
    }

    private void awaitRest() {
        Model.awaitQuiet();
        settle();
    }

    /** Called when nothing moves; lets time pass only for calls that sleep without waiting for anything. */
    private void settle() {
        // Longer each time, as a sleeper's own time may be ahead where time limits end at any moment.
        long pause = nap;
        for (int naps = 0; nap > 0 && naps < MOST_NAPS && anyoneSleeps(); naps++) {
            Model.onRest(() -> {});
            Model.pass(pause);
            Model.awaitQuiet();
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
        rest();
    }

    private boolean anyoneSleeps() {
        for (Caller caller : callers) {
            CallRecord call = caller.underWay;
            ThreadStanding manner = call == null ? ThreadStanding.ENDED : Model.standing(thread(caller));
            boolean parks = manner == ThreadStanding.TIMED
                    && call != null
                    && call.call().limit() == null;
            if (manner == ThreadStanding.SLEEPING || parks) {
                return true;
            }
        }
        return false;
    }

    /** Not for calls that sleep by themselves, which time alone lets go on. */
    private void restBeforeTimePasses() {
        if (nap == 0 || !anyoneSleeps()) {
            rest();
        }
    }

    private void rest() {
        happenings.add(resting());
    }

    private Happening.Rest resting() {
        List<Happening.Standing> standings = new ArrayList<>();
        for (Caller caller : callers) {
            Thread thread = thread(caller);
            CallRecord call = caller.underWay;
            boolean making = call != null && call.isMaking();
            standings.add(new Happening.Standing(Model.isInterrupted(thread), making, Model.standing(thread)));
        }
        return new Happening.Rest(Model.now(), standings);
    }

    private static Thread thread(Caller caller) {
        return Objects.requireNonNull(caller.thread);
    }

    private void interrupt(int thread) {
        Stamp begin = Model.stamp();
        Model.interrupt(thread(callers.get(thread)));
        happenings.add(new Happening.Interrupted(thread, begin, Model.stamp()));
    }

    private void perform(Caller caller, Turn.Call call) {
        Operation<Object, Object> operation = contract.operations().get(call.operation());
        Object resource = call.resource() == null ? null : choose(caller, call.resource());
        if (resource == Resources.NONE) {
            stopped = true;
            return;
        }
        CallArguments in = new CallArguments(
                call.number(), call.other() < 0 ? null : objects.get(call.other()), call.limit(), resource, null);
        CallRecord record = new CallRecord(
                calls++,
                call,
                new bouncer.checks.specification.Moment.CallData(
                        call.number(),
                        call.other(),
                        call.resource() == null || resource == null ? null : resources.describe(resource)),
                Model.stamp());
        happenings.add(new Happening.Began(record));
        caller.underWay = record;
        try {
            Object value = operation.invocation().call(objects.get(call.object()), in);
            if (contract.makesResources()
                    && operation.givesValue()
                    && operation.takes() != Operation.Takes.RESOURCE
                    && resources.isResource(value)) {
                caller.got.add(value);
                resources.use(Objects.requireNonNull(value));
            }
            record.returned(resources.describeIfMade(value), Model.stamp(), Model.isInterrupted());
            exchangeMaking(record);
            if (call.resource() == Turn.ResourceChoice.MINE || call.resource() == Turn.ResourceChoice.THEIRS) {
                gaveBack(Objects.requireNonNull(resource));
            }
        } catch (Throwable e) {
            Model.rethrowEnd(e);
            record.threw(e, Model.stamp(), Model.isInterrupted());
            exchangeMaking(record);
        }
        caller.underWay = null;
        happenings.add(new Happening.Ended(record));
    }

    private void gaveBack(Object resource) {
        for (Caller caller : callers) {
            if (caller.got.removeIf(one -> one == resource)) {
                caller.returned.add(resource);
            }
        }
    }

    private @Nullable Object choose(Caller caller, Turn.ResourceChoice choice) {
        return switch (choice) {
            case NULL -> null;
            case STRANGE -> resources.strange();
            case MINE -> last(caller.got);
            case THEIRS -> {
                for (Caller other : callers) {
                    if (other != caller && !other.got.isEmpty()) {
                        yield last(other.got);
                    }
                }
                yield Resources.NONE;
            }
            case RETURNED -> {
                for (Caller other : callers) {
                    if (!other.returned.isEmpty()) {
                        yield last(other.returned);
                    }
                }
                yield Resources.NONE;
            }
        };
    }

    private static Object last(List<Object> all) {
        return all.isEmpty() ? Resources.NONE : all.get(all.size() - 1);
    }

    /** The calling thread calls the maker; records it with the call under way. */
    @Nullable
    CallRecord callUnderWay() {
        for (Caller caller : callers) {
            if (caller.thread == Model.current()) {
                return caller.underWay;
            }
        }
        // A helper thread of the object calls it, for a call that began before the helper got its work.
        Stamp now = Model.stamp();
        List<CallRecord> possible = new ArrayList<>(underWay());
        possible.removeIf(call -> call.call().resource() != null || call.makes());
        return possible.stream()
                .filter(call -> call.begin().happensBefore(now))
                .findFirst()
                .orElse(possible.isEmpty() ? null : possible.get(0));
    }

    /** A call that got what was made for another by a helper thread had it made, and the other did not. */
    private void exchangeMaking(CallRecord ended) {
        if (ended.isOwnMaking()) {
            return;
        }
        for (CallRecord other : underWay()) {
            if (other != ended && other.hasMadeFor(ended)) {
                other.exchangeMaking(ended);
                return;
            }
        }
    }

    private List<CallRecord> underWay() {
        List<CallRecord> found = new ArrayList<>();
        for (Caller caller : callers) {
            if (caller.underWay != null) {
                found.add(caller.underWay);
            }
        }
        return found;
    }

    /** Returns what has happened, when the execution is over. */
    History history() {
        return new History(client, happenings, failedCreation, creationFailure);
    }
}
