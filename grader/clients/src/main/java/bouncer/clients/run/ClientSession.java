package bouncer.clients.run;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Specification;
import bouncer.clients.history.History;
import bouncer.clients.history.HistoryKey;
import bouncer.clients.judge.Judge;
import bouncer.clients.judge.Objection;
import bouncer.clients.plan.Client;
import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import bouncer.engine.Session;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Explores client programs on one class under test. The main method of the program must create the specification and
 * call {@link #run}. One session is active per process; used by one thread.
 */
public final class ClientSession implements AutoCloseable {
    /** A client whose execution has more steps does not end; a constructor may take some for each of its number. */
    private static final int STEPS = 20_000;

    /** A class whose every call starts a thread is not explored with thousands of calls. */
    private static final int THREADS = 60;
    /** A client that is worth so many executions is worth another kind of search. */
    private static final int MANY = 50;

    private static final int STEPS_OF_LONG = 500_000;
    private static final int STEPS_FOR_EACH = 20;
    private static final int MOST_STEPS = 100_000;

    private static volatile @Nullable ClientSession active;

    private final Session session;
    private final Judge judge;
    /** The contract as each loader of instrumented classes sees it; it has no state that an execution could change. */
    private final Map<ClassLoader, ObjectContract<Object, Object>> contracts = new WeakHashMap<>();

    /** The histories of this client that were judged already. */
    private final Set<Object> accepted = new HashSet<>();

    private @Nullable Client client;
    private @Nullable ClientExecution execution;
    private @Nullable Objection objection;
    private long nap;

    /**
     * Loads a program.
     *
     * @param judge decides with the specification outside of the exploration
     */
    public ClientSession(Program program, Judge judge) {
        this.judge = judge;
        this.session = Session.open(program, Limits.CarrierKind.BEST);
    }

    /** Runs the client of this execution. Called by the main thread of the program. */
    public static void run(Specification<?, ?> specification) {
        ClientSession session = active;
        if (session == null || session.client == null) {
            throw new IllegalStateException("No client is explored");
        }
        session.execution = null;
        ClientExecution execution = new ClientExecution(session.contract(specification), session.client, session.nap);
        session.execution = execution;
        execution.direct();
    }

    @SuppressWarnings("unchecked") // objects and states are only passed back to the specification that they come from
    private ObjectContract<Object, Object> contract(Specification<?, ?> specification) {
        return contracts.computeIfAbsent(specification.getClass().getClassLoader(), loader -> {
            ObjectContract<Object, Object> contract = new ObjectContract<>();
            ((Specification<Object, Object>) specification).define(contract);
            return contract;
        });
    }

    /** Returns the contract that decides. */
    public ObjectContract<Object, Object> contract() {
        return judge.contract();
    }

    /** Sets how long a call may sleep by itself, in nanoseconds of virtual time. */
    public void mayNap(long nanos) {
        nap = nanos;
    }

    /**
     * Explores one client.
     *
     * @param executions the largest number of executions
     */
    public Exploration explore(Client program, int executions) {
        begin(program);
        try {
            Limits limits = limits(program, executions);
            Exploration found = session.explore(limits, this::rejects);
            boolean cut = executions >= MANY
                    && limits.policy() == Limits.Policy.DPOR
                    && found.outcome() instanceof Outcome.Passed
                    && !(found.coverage() instanceof Coverage.Complete);
            if (!cut) {
                return found;
            }
            // The systematic search varies the end of a schedule first; a random walk varies all of it.
            Exploration more = session.explore(
                    limits.withPolicy(Limits.Policy.SURW).withExecutions(executions / 2), this::rejects);
            return new Exploration(
                    more.outcome(), more.coverage(), found.counts().plus(more.counts()));
        } finally {
            active = null;
        }
    }

    /** Returns true if a class has seen what is up to chance, so that variants with other values are of use. */
    public boolean seesChance() {
        return session.seesChance();
    }

    /** Runs the execution of a token of this client. */
    public Replay replay(Client program, String token) {
        begin(program);
        try {
            return session.replay(limits(program, 1), this::rejects, token);
        } finally {
            active = null;
        }
    }

    private static Limits limits(Client client, int executions) {
        Client.Variant variant = client.variant();
        return Limits.standard()
                .withPolicy(policy(variant, executions))
                .withSteps(variant.is(Client.Kind.SINGLE) ? STEPS_OF_LONG : STEPS + STEPS_FOR_EACH * largest(client))
                .withThreads(THREADS)
                .withVariation(variant.of(Client.Kind.CHANCE))
                .withExecutions(executions)
                .withTimeoutsAsChoices(variant.is(Client.Kind.TIMEOUTS))
                .withSpuriousWakeups(variant.of(Client.Kind.SPURIOUS));
    }

    private static Limits.Policy policy(Client.Variant variant, int executions) {
        if (executions == 1) {
            // Without a second schedule there is no use for the book-keeping that finds it.
            return Limits.Policy.RANDOM;
        }
        return variant.is(Client.Kind.STARVED) ? Limits.Policy.STARVATION : Limits.Policy.DPOR;
    }

    private static int largest(Client client) {
        return (int) client.objects().stream()
                .filter(number -> number >= 0 && number < MOST_STEPS)
                .mapToLong(number -> number)
                .max()
                .orElse(0);
    }

    private void begin(Client program) {
        client = program;
        execution = null;
        objection = null;
        accepted.clear();
        active = this;
    }

    private @Nullable String rejects(boolean truncated) {
        ClientExecution ended = execution;
        if (ended == null) {
            return null;
        }
        History history = ended.history();
        boolean several = history.client().isConcurrent()
                && !history.client().variant().is(Client.Kind.SINGLE)
                && history.failedCreation() < 0;
        Object key = several ? HistoryKey.of(history, truncated) : null;
        if (key != null && accepted.contains(key)) {
            return null;
        }
        Objection found = judge.objection(history, truncated);
        if (found != null) {
            objection = found;
        } else if (key != null) {
            accepted.add(key);
        }
        return found == null ? null : found.key();
    }

    /** Returns what the judge objected to in the last failing execution, or null. */
    public @Nullable Objection objection() {
        return objection;
    }

    /** Returns what the last execution observed, or null if it did not begin. */
    public @Nullable History history() {
        return execution == null ? null : execution.history();
    }

    @Override
    public void close() {
        session.close();
    }
}
