package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;

/** The static initialisers that a thread runs now. */
public interface InitialiserScope {
    /** The thread does something in them that other threads may see, or that depends on those. */
    void reachesOutside();

    /** The thread accesses a location in them. */
    void touches(MemoryLocation location);
}
