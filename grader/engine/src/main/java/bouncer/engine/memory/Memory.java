package bouncer.engine.memory;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All locations that one execution touched, found by the identity of what they are a part of. */
public final class Memory {
    private final IdentityHashMap<Object, Parts> parts = new IdentityHashMap<>();

    /** Iterators and views, to the collection that they are of. */
    private final IdentityHashMap<Object, Object> wholes = new IdentityHashMap<>();

    private int count;

    /** Returns the number of locations so far. */
    public int locations() {
        return count;
    }

    /** An object is a view of another: what is done to it is done to that. */
    public void isViewOf(Object view, Object of) {
        wholes.put(view, whole(of));
    }

    /** Returns the object that a view is of; any other object is its own. */
    public Object whole(Object object) {
        return wholes.getOrDefault(object, object);
    }

    /** Returns the location, made on first use. */
    public MemoryLocation at(Object owner, int slot) {
        Parts known = parts.get(owner);
        if (known == null) {
            known = new Parts();
            parts.put(owner, known);
        }
        for (Parts p = known; p != null; p = p.next) {
            if (p.loc != null && p.loc.slot == slot) {
                return p.loc;
            }
        }
        if (known.count > 16) {
            return known.large(owner, slot, this);
        }
        MemoryLocation loc = new MemoryLocation(owner, slot, count++);
        known.add(loc);
        return loc;
    }

    /** Returns the state of an object, created on first use. */
    public Parts of(Object owner) {
        Parts known = parts.get(owner);
        if (known == null) {
            known = new Parts();
            parts.put(owner, known);
        }
        return known;
    }

    /** The state of one object: its locations in a short list, its monitor and its hash. */
    public static final class Parts {
        /** Its identity hash, or 0 before its first use. */
        public int hash;
        /** Its monitor, of whatever type the runtime keeps. */
        public @Nullable Object monitor;

        /** Its accesses, if it is a large array. */
        public @Nullable LargeArray large;
        /** The state of its initialisation, if it is a class, of whatever type the runtime keeps. */
        public @Nullable Object initialiser;

        private @Nullable MemoryLocation loc;
        private @Nullable Parts next;
        private int count;
        private @Nullable Map<Integer, MemoryLocation> more;

        private void add(MemoryLocation fresh) {
            count++;
            if (loc == null) {
                loc = fresh;
            } else {
                Parts link = new Parts();
                link.loc = fresh;
                link.next = next;
                next = link;
            }
        }

        private MemoryLocation large(Object owner, int slot, Memory memory) {
            if (more == null) {
                more = new java.util.HashMap<>();
            }
            return more.computeIfAbsent(slot, s -> new MemoryLocation(owner, s, memory.count++));
        }
    }
}
