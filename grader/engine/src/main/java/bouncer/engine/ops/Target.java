package bouncer.engine.ops;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;

/** A target that is a part of an object; any other object is a target as a whole. */
record Target(Object owner, int slot) {

    /** The location of a target in an execution. */
    static MemoryLocation location(Execution execution, Object target) {
        return target instanceof Target part
                ? execution.memory().at(part.owner, part.slot)
                : execution.memory().at(target, LocationSlots.WHOLE);
    }
}
