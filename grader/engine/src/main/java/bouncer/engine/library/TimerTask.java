package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.TimerTask}. */
public abstract class TimerTask implements Runnable {
    enum Stage {
        VIRGIN,
        SCHEDULED,
        EXECUTED,
        CANCELLED
    }

    Stage stage = Stage.VIRGIN;
    long due;
    long period;
    long number;
    long last;
    private @Nullable Timer timer;

    protected TimerTask() {}

    void schedule(Timer by, long when, long every, long sequence) {
        if (stage != Stage.VIRGIN) {
            throw new IllegalStateException("Task already scheduled or cancelled");
        }
        stage = Stage.SCHEDULED;
        timer = by;
        due = when;
        period = every;
        number = sequence;
    }

    @Override
    public abstract void run();

    /** Answers whether this prevented a run. */
    public boolean cancel() {
        Timer by = timer;
        return Ops.write(by == null ? this : by, "cancel", () -> {
            boolean scheduled = stage == Stage.SCHEDULED;
            stage = Stage.CANCELLED;
            if (by != null) {
                by.forget(this);
            }
            return scheduled;
        });
    }

    public long scheduledExecutionTime() {
        return TimeUnit.NANOSECONDS.toMillis(period == 0 ? due : last);
    }
}
