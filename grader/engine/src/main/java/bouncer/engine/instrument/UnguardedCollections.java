package bouncer.engine.instrument;

import java.util.Set;

/** Which library types hold data without guarding it, so that calls on them count as accesses of the whole. */
final class UnguardedCollections {
    private static final Set<String> TYPES = Set.of(
            "Collection",
            "SequencedCollection",
            "SequencedMap",
            "SequencedSet",
            "List",
            "ArrayList",
            "LinkedList",
            "AbstractList",
            "AbstractCollection",
            "Set",
            "SortedSet",
            "NavigableSet",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "Queue",
            "Deque",
            "ArrayDeque",
            "PriorityQueue",
            "AbstractQueue",
            "Map",
            "SortedMap",
            "NavigableMap",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "IdentityHashMap",
            "WeakHashMap",
            "EnumMap",
            "AbstractMap",
            "Iterator",
            "ListIterator",
            "Map$Entry",
            "BitSet",
            "Vector",
            "Stack",
            "Hashtable",
            "StringBuilder");

    /** Of these, the ones whose objects may take a lock of their own in each call. */
    private static final Set<String> SYNCHRONISED = Set.of(
            "Collection",
            "List",
            "AbstractList",
            "AbstractCollection",
            "Map",
            "Dictionary",
            "Vector",
            "Stack",
            "Hashtable");

    private UnguardedCollections() {}

    static boolean mayBeSynchronised(String owner) {
        return owner.equals("java/lang/Iterable")
                || owner.equals("java/lang/StringBuffer")
                || (owner.startsWith("java/util/") && SYNCHRONISED.contains(owner.substring("java/util/".length())));
    }

    static boolean isCollection(String owner) {
        if (owner.equals("java/lang/Iterable") || owner.startsWith("java/lang/StringBu")) {
            return true;
        }
        return owner.startsWith("java/util/") && TYPES.contains(owner.substring("java/util/".length()));
    }
}
