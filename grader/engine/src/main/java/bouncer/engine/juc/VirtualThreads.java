package bouncer.engine.juc;

import bouncer.engine.ops.Ops;

/** Virtual threads, which the source level does not know yet. */
final class VirtualThreads {
    private VirtualThreads() {}

    static Thread unstarted(Runnable task) {
        throw Ops.uncontrolled("virtual threads of an executor are not modelled yet");
    }
}
