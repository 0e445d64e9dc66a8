package bouncer.engine.library;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What a call answered or threw, in words that are the same for a real object and its model. */
final class Shown {
    private Shown() {}

    static String result(@Nullable Object value, Object self) {
        if (value == self) {
            return "itself";
        }
        if (value == null) {
            return "null";
        }
        if (value instanceof java.util.concurrent.CompletableFuture<?> future) {
            return future(future);
        }
        if (value instanceof Future<?>) {
            return "a future";
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return all(stream.iterator());
        }
        if (value instanceof Iterator<?> iterator) {
            return all(iterator);
        }
        if (value instanceof Enumeration<?> enumeration) {
            return all(enumeration.asIterator());
        }
        if (value instanceof Set<?> set) {
            return "set " + sorted(set);
        }
        if (value instanceof Map<?, ?> map) {
            return "map " + sorted(map.entrySet());
        }
        if (value instanceof Collection<?> collection) {
            return all(collection.iterator());
        }
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return "array of " + value.getClass().getComponentType() + elements;
        }
        if (value instanceof Number
                || value instanceof Boolean
                || value instanceof Map.Entry<?, ?>
                || value instanceof Thread) {
            return value.toString();
        }
        return value instanceof String text ? unnamed(text) : "an object";
    }

    private static Set<String> sorted(Collection<?> all) {
        Set<String> texts = new TreeSet<>();
        all.forEach(element -> texts.add(String.valueOf(element)));
        return texts;
    }

    private static String all(Iterator<?> iterator) {
        List<Object> elements = new ArrayList<>();
        iterator.forEachRemaining(elements::add);
        return elements.toString();
    }

    private static String future(java.util.concurrent.CompletableFuture<?> future) {
        if (!future.isDone()) {
            return "future[open]";
        }
        try {
            return "future[" + result(future.join(), future) + "]";
        } catch (RuntimeException e) {
            return "future[" + thrown(e) + "]";
        }
    }

    /** Without the name and the hash of an object. */
    static String unnamed(String text) {
        return text.replaceAll("(NullPointerException): Cannot .*? is null", "$1")
                .replaceAll("[\\w.$]+@[0-9a-f]+", "@")
                .replaceAll("[\\w.$]*\\$\\$Lambda[^\\]\\s,]*", "lambda");
    }

    static String thrown(Throwable t) {
        String cause = t.getCause() == null ? "" : " by " + thrown(t.getCause());
        String message = t.getMessage() == null
                        || t instanceof NullPointerException
                        || t instanceof ClassCastException
                        || t instanceof IndexOutOfBoundsException
                ? ""
                : ": " + unnamed(t.getMessage());
        return t.getClass().getName() + message + cause;
    }

    static String arguments(Object[] arguments) {
        return Arrays.toString(arguments);
    }
}
