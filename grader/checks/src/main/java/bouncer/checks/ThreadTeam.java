package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are started once and released together in each round. The release is a spin barrier, so that all begin
 * within a few hundred nanoseconds where there are enough processors. Where there are fewer, waiting threads yield.
 * Virtual threads park until the last one wakes them: if they yielded, they could keep all carriers from a thread that
 * has not arrived yet. Used by one thread.
 */
@SuppressWarnings("ThreadPriorityCheck") // with fewer processors than threads, waiting threads must yield to the others
final class ThreadTeam implements AutoCloseable {
    private static final int SPINS = 200;
    private static final int JITTER = 300;
    private static final Release CLOSED = new Release(new Action[0], List.of(), Thread.currentThread());
    private final List<Member> members = new ArrayList<>();

    /** One round: the action of each thread, and how many are ready and done. */
    private static final class Release {
        final Action[] actions;
        final List<Member> members;
        final Thread caller;
        final @Nullable Throwable[] thrown;
        final AtomicInteger ready = new AtomicInteger();
        final AtomicInteger left;

        Release(Action[] actions, List<Member> members, Thread caller) {
            this.actions = actions;
            this.members = members;
            this.caller = caller;
            this.thrown = new Throwable[actions.length];
            this.left = new AtomicInteger(actions.length);
        }
    }

    /** Runs all actions in parallel; returns what each of them threw, or null, in the order of the actions. */
    @Nullable
    Throwable[] run(Action[] actions) {
        while (members.size() < actions.length) {
            members.add(new Member(members.size()));
        }
        List<Member> needed = members.subList(0, actions.length);
        Release release = new Release(actions, needed, Thread.currentThread());
        needed.forEach(member -> member.give(release));
        while (release.left.get() > 0) {
            LockSupport.park(this);
        }
        return release.thrown;
    }

    /** Ends the threads and waits for them. */
    @Override
    public void close() {
        for (Member member : members) {
            member.give(CLOSED);
        }
        try {
            for (Member member : members) {
                member.thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Member implements Runnable {
        private final int index;
        private volatile @Nullable Release next;
        private final Thread thread;

        Member(int index) {
            this.index = index;
            // Half of the names are those that an exploration uses, so that code cannot recognise an exploration by
            // them.
            this.thread = CheckRuntime.get().start((index % 2 == 0 ? "Thread-" : "pool-1-thread-") + index, this);
        }

        void give(Release release) {
            next = release;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            Release release = await();
            while (release != CLOSED) {
                meet(release);
                try {
                    release.actions[index].run();
                } catch (Throwable e) {
                    release.thrown[index] = e;
                    CheckRuntime.get().failed(e);
                }
                // An interrupt of this round must not reach the next one.
                Thread.interrupted();
                if (release.left.decrementAndGet() == 0) {
                    LockSupport.unpark(release.caller);
                }
                release = await();
            }
        }

        private static boolean isVirtual() {
            return CheckRuntime.get().onVirtualThreads();
        }

        private Release await() {
            Release release = next;
            while (release == null) {
                LockSupport.park(this);
                release = next;
            }
            next = null;
            return release;
        }

        private static void meet(Release release) {
            int all = release.actions.length;
            if (release.ready.incrementAndGet() == all && isVirtual()) {
                release.members.forEach(member -> LockSupport.unpark(member.thread));
            }
            boolean crowded = all > Runtime.getRuntime().availableProcessors();
            for (int i = 0; release.ready.get() < all; i++) {
                if (isVirtual()) {
                    LockSupport.park(release);
                } else if (crowded || i > SPINS) {
                    Thread.yield();
                } else {
                    Thread.onSpinWait();
                }
            }
            // Some bugs need a simultaneous start, others a small delay between the threads.
            for (int i = ThreadLocalRandom.current().nextInt(JITTER); i > 0; i--) {
                Thread.onSpinWait();
            }
        }
    }
}
