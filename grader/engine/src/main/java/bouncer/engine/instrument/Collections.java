package bouncer.engine.instrument;

import java.util.Set;

/** Which library types hold data without guarding it, so that calls on them count as accesses of the whole. */
final class Collections {
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

    private Collections() {}

    static boolean isCollection(String owner) {
        if (owner.equals("java/lang/Iterable") || owner.equals("java/lang/StringBuilder")) {
            return true;
        }
        return owner.startsWith("java/util/") && TYPES.contains(owner.substring("java/util/".length()));
    }
}
