package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.Wait;
import java.util.Date;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.Timer}, on the virtual clock: one thread that runs the tasks as they become due. */
public class Timer {
    private final PriorityQueue<TimerTask> tasks = new PriorityQueue<>(
            java.util.Comparator.comparingLong((TimerTask task) -> task.due).thenComparingLong(task -> task.number));
    private long sequence;
    private boolean cancelled;

    public Timer() {
        this(false);
    }

    public Timer(boolean isDaemon) {
        this("Timer-" + PerExecution.nextTimer(), isDaemon);
    }

    public Timer(String name) {
        this(name, false);
    }

    public Timer(String name, boolean isDaemon) {
        Thread thread = new bouncer.engine.model.ModelThread(null, this::work, java.util.Objects.requireNonNull(name));
        thread.setDaemon(isDaemon);
        ThreadOps.start(thread);
    }

    private void work() {
        while (true) {
            TimerTask[] due = new TimerTask[1];
            TimerTask[] head = new TimerTask[1];
            boolean[] over = new boolean[1];
            Ops.change(this, "looks at the schedule", () -> {
                due[0] = next();
                head[0] = tasks.peek();
                over[0] = cancelled;
            });
            if (over[0]) {
                return;
            }
            if (due[0] != null) {
                due[0].run();
                continue;
            }
            TimerTask first = head[0];
            Wait wait = Ops.wait(
                            this,
                            "waits for a task that is due",
                            () -> cancelled || tasks.peek() != first,
                            first == null ? TimeOps.FOREVER : TimeOps.remaining(first.due),
                            false)
                    .idle()
                    .words("a task");
            // A turn after the first comes when all others rest, as there is no end of turns.
            Ops.block(first != null && first.last == 0 ? wait.freely() : wait, wake -> {});
        }
    }

    /** Returns the first task if it is due, with its next turn scheduled. */
    private @Nullable TimerTask next() {
        TimerTask first = tasks.peek();
        if (first == null || cancelled || first.due > TimeOps.nanoTime()) {
            return null;
        }
        tasks.remove();
        OrderOps.acquire(first);
        if (first.period == 0) {
            first.stage = TimerTask.Stage.EXECUTED;
        } else {
            first.last = first.due;
            first.due = first.period > 0 ? first.due + first.period : TimeOps.deadline(-first.period);
            tasks.add(first);
        }
        return first;
    }

    private void add(TimerTask task, long millis, long periodMillis) {
        if (millis < 0) {
            throw new IllegalArgumentException("Negative delay.");
        }
        Ops.change(this, "schedule", () -> {
            if (cancelled) {
                throw new IllegalStateException("Timer already cancelled.");
            }
            task.schedule(
                    this,
                    TimeOps.deadline(TimeUnit.MILLISECONDS.toNanos(millis)),
                    TimeUnit.MILLISECONDS.toNanos(periodMillis),
                    sequence++);
            OrderOps.release(task);
            tasks.add(task);
        });
    }

    private static long period(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException("Non-positive period.");
        }
        return period;
    }

    private static long until(Date time) {
        return TimeUnit.NANOSECONDS.toMillis(TimeOps.nanosUntil(time));
    }

    public void schedule(TimerTask task, long delay) {
        add(task, delay, 0);
    }

    public void schedule(TimerTask task, Date time) {
        add(task, until(time), 0);
    }

    /** With a fixed delay between the turns. */
    public void schedule(TimerTask task, long delay, long period) {
        add(task, delay, -period(period));
    }

    /** With a fixed delay between the turns. */
    public void schedule(TimerTask task, Date firstTime, long period) {
        add(task, until(firstTime), -period(period));
    }

    public void scheduleAtFixedRate(TimerTask task, long delay, long period) {
        add(task, delay, period(period));
    }

    public void scheduleAtFixedRate(TimerTask task, Date firstTime, long period) {
        add(task, until(firstTime), period(period));
    }

    public void cancel() {
        Ops.change(this, "cancel", () -> {
            cancelled = true;
            tasks.clear();
        });
    }

    public int purge() {
        return Ops.write(this, "purge", () -> {
            int before = tasks.size();
            tasks.removeIf(task -> task.stage == TimerTask.Stage.CANCELLED);
            return before - tasks.size();
        });
    }

    /** For {@link TimerTask#cancel}. */
    void forget(TimerTask task) {
        tasks.remove(task);
    }
}
