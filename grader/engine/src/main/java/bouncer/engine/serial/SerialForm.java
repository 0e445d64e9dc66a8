package bouncer.engine.serial;

import bouncer.engine.library.ArrayBlockingQueue;
import bouncer.engine.library.ConcurrentHashMap;
import bouncer.engine.library.ConcurrentLinkedDeque;
import bouncer.engine.library.ConcurrentLinkedQueue;
import bouncer.engine.library.ConcurrentSkipListMap;
import bouncer.engine.library.ConcurrentSkipListSet;
import bouncer.engine.library.LinkedBlockingDeque;
import bouncer.engine.library.LinkedBlockingQueue;
import bouncer.engine.library.LinkedTransferQueue;
import bouncer.engine.library.PriorityBlockingQueue;
import bouncer.engine.library.RealNames;
import bouncer.engine.library.Semaphore;
import bouncer.engine.library.SynchronousQueue;
import bouncer.engine.library.atomic.AtomicBoolean;
import bouncer.engine.library.atomic.AtomicInteger;
import bouncer.engine.library.atomic.AtomicIntegerArray;
import bouncer.engine.library.atomic.AtomicLong;
import bouncer.engine.library.atomic.AtomicLongArray;
import bouncer.engine.library.atomic.AtomicReference;
import bouncer.engine.library.atomic.AtomicReferenceArray;
import bouncer.engine.library.atomic.LongAdder;
import bouncer.engine.library.locks.ReentrantLock;
import bouncer.engine.library.locks.ReentrantReadWriteLock;
import bouncer.engine.library.locks.StampedLock;
import bouncer.engine.ops.Ops;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a model is in a serialized stream: its simple name and the values that make another like it. As documented, a
 * lock is unlocked when it is read.
 */
@SuppressWarnings({"serial", "ArrayRecordComponent"}) // what it holds must be serializable, or the stream says so
record SerialForm(String type, @Nullable Object[] parts) implements Serializable {
    private static SerialForm of(Object model, @Nullable Object... parts) {
        return new SerialForm(model.getClass().getSimpleName(), parts);
    }

    /** Returns the form of a model; any other object is returned as it is. */
    static Object replace(Object object) {
        if (object instanceof AtomicBoolean each) {
            return of(each, each.get());
        } else if (object instanceof AtomicInteger each) {
            return of(each, each.get());
        } else if (object instanceof AtomicLong each) {
            return of(each, each.get());
        } else if (object instanceof AtomicReference<?> each) {
            return of(each, each.get());
        } else if (object instanceof LongAdder each) {
            return of(each, each.sum());
        } else if (object instanceof Semaphore each) {
            return of(each, each.availablePermits(), each.isFair());
        } else if (object instanceof ReentrantLock each) {
            return of(each, each.isFair());
        } else if (object instanceof ReentrantReadWriteLock each) {
            return of(each, each.isFair());
        } else if (object instanceof StampedLock each) {
            return of(each);
        } else if (isModel(object)) {
            return many(object);
        }
        return object;
    }

    private static boolean isModel(Object object) {
        for (Class<?> at = object.getClass(); at != null; at = at.getSuperclass()) {
            if (at.getName().startsWith("bouncer.engine.library.")) {
                return true;
            }
        }
        return false;
    }

    private static SerialForm many(Object object) {
        if (object instanceof AtomicIntegerArray each) {
            int[] all = new int[each.length()];
            Arrays.setAll(all, each::get);
            return of(each, all);
        } else if (object instanceof AtomicLongArray each) {
            long[] all = new long[each.length()];
            Arrays.setAll(all, each::get);
            return of(each, all);
        } else if (object instanceof AtomicReferenceArray<?> each) {
            Object[] all = new Object[each.length()];
            Arrays.setAll(all, each::get);
            return of(each, (Object) all);
        } else if (object instanceof ConcurrentSkipListMap<?, ?> each) {
            return of(each, new TreeMap<>((SortedMap<?, ?>) each));
        } else if (object instanceof ConcurrentSkipListSet<?> each) {
            return of(each, new TreeSet<>((SortedSet<?>) each));
        } else if (object instanceof ConcurrentHashMap<?, ?> each) {
            return of(each, new java.util.HashMap<>(each));
        } else if (object instanceof PriorityBlockingQueue<?> each) {
            return of(each, new ArrayList<>(each), each.comparator());
        } else if (object instanceof SynchronousQueue<?> each) {
            return of(each);
        } else if (object instanceof BlockingQueue<?> each) {
            List<?> elements = new ArrayList<>(each);
            return of(each, elements, Math.max(1, each.remainingCapacity() + elements.size()));
        } else if (object instanceof ConcurrentLinkedQueue<?> || object instanceof ConcurrentLinkedDeque<?>) {
            return of(object, new ArrayList<>((Collection<?>) object));
        }
        throw Ops.uncontrolled(
                "the program serializes a " + RealNames.realName(object) + ", whose serialized form is not modelled");
    }

    /** Returns a new model like the one that this is the form of. */
    @SuppressWarnings({"unchecked", "NullAway"}) // a part may be null where the model holds null
    Object restored() throws InvalidObjectException {
        Object first = parts.length == 0 ? null : parts[0];
        return switch (type) {
            case "AtomicBoolean" -> new AtomicBoolean((Boolean) part(0));
            case "AtomicInteger" -> new AtomicInteger((Integer) part(0));
            case "AtomicLong" -> new AtomicLong((Long) part(0));
            case "AtomicReference" -> new AtomicReference<@Nullable Object>(first);
            case "LongAdder" -> {
                LongAdder adder = new LongAdder();
                adder.add((Long) part(0));
                yield adder;
            }
            case "AtomicIntegerArray" -> new AtomicIntegerArray((int[]) part(0));
            case "AtomicLongArray" -> new AtomicLongArray((long[]) part(0));
            case "AtomicReferenceArray" -> new AtomicReferenceArray<>((Object[]) part(0));
            case "Semaphore" -> new Semaphore((Integer) part(0), (Boolean) part(1));
            case "ReentrantLock" -> new ReentrantLock((Boolean) part(0));
            case "ReentrantReadWriteLock" -> new ReentrantReadWriteLock((Boolean) part(0));
            case "StampedLock" -> new StampedLock();
            case "SynchronousQueue" -> new SynchronousQueue<>();
            case "ConcurrentSkipListMap" -> new ConcurrentSkipListMap<>((SortedMap<Object, Object>) part(0));
            case "ConcurrentSkipListSet" -> new ConcurrentSkipListSet<>((SortedSet<Object>) part(0));
            case "ConcurrentHashMap" -> new ConcurrentHashMap<>((Map<Object, Object>) part(0));
            default -> queue((Collection<Object>) part(0));
        };
    }

    private Object part(int number) {
        return java.util.Objects.requireNonNull(parts[number]);
    }

    @SuppressWarnings("unchecked")
    private Object queue(Collection<Object> elements) throws InvalidObjectException {
        Collection<Object> queue = switch (type) {
            case "ArrayBlockingQueue" -> new ArrayBlockingQueue<>((Integer) part(1));
            case "LinkedBlockingQueue" -> new LinkedBlockingQueue<>((Integer) part(1));
            case "LinkedBlockingDeque" -> new LinkedBlockingDeque<>((Integer) part(1));
            case "PriorityBlockingQueue" ->
                new PriorityBlockingQueue<>(Math.max(1, elements.size()), (Comparator<? super Object>) parts[1]);
            case "LinkedTransferQueue" -> new LinkedTransferQueue<>();
            case "ConcurrentLinkedQueue" -> new ConcurrentLinkedQueue<>();
            case "ConcurrentLinkedDeque" -> new ConcurrentLinkedDeque<>();
            default -> throw new InvalidObjectException(type);
        };
        queue.addAll(elements);
        return queue;
    }
}
