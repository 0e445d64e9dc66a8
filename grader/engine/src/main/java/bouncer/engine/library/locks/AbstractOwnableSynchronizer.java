package bouncer.engine.library.locks;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.locks.AbstractOwnableSynchronizer}: a plain field, as there. */
public abstract class AbstractOwnableSynchronizer implements Serializable {
    private transient @Nullable Thread owner;

    protected AbstractOwnableSynchronizer() {}

    protected final void setExclusiveOwnerThread(@Nullable Thread thread) {
        owner = thread;
    }

    protected final @Nullable Thread getExclusiveOwnerThread() {
        return owner;
    }
}
