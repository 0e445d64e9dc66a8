package bouncer.engine.shared;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.text.SimpleDateFormat;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each method uses objects of the library from two threads, and has no data race. */
@SuppressWarnings({"unused", "CheckReturnValue", "ReturnValueIgnored", "JdkObsolete"})
public class Sharing {
    private static final Pattern PATTERN = Pattern.compile("a+");
    private final Object lock = new Object();
    private final int[] numbers = {4, 3, 2, 1};

    private static void two(Runnable first, Runnable second) throws InterruptedException {
        Thread a = new Thread(first);
        Thread b = new Thread(second);
        a.start();
        b.start();
        a.join();
        b.join();
    }

    private static void expectNoneOfOurs(RuntimeException e) {
        String text = e.getMessage() + e.getLocalizedMessage() + e.toString();
        if (text.contains("bouncer.engine.lib") || !text.contains("java.util.concurrent")) {
            throw new AssertionError(text);
        }
    }

    void messagesNameTheLibrary() {
        Object lock = new java.util.concurrent.locks.ReentrantLock();
        try {
            String text = (String) lock;
            throw new AssertionError(text);
        } catch (ClassCastException e) {
            expectNoneOfOurs(e);
        }
        java.util.concurrent.Semaphore none = null;
        try {
            none.release();
            throw new AssertionError();
        } catch (NullPointerException e) {
            expectNoneOfOurs(e);
        }
        Object[] array = new java.util.concurrent.CountDownLatch[1];
        try {
            array[0] = new java.util.concurrent.Semaphore(1);
            throw new AssertionError();
        } catch (ArrayStoreException e) {
            expectNoneOfOurs(e);
        }
    }

    void halvesOfAnArray() throws InterruptedException {
        two(() -> Arrays.sort(numbers, 0, 2), () -> Arrays.fill(numbers, 2, 4, 7));
        if (numbers[0] != 3 || numbers[3] != 7) {
            throw new AssertionError(Arrays.toString(numbers));
        }
    }

    void copiesToTwoParts() throws InterruptedException {
        int[] to = new int[4];
        two(() -> System.arraycopy(numbers, 0, to, 0, 2), () -> System.arraycopy(numbers, 2, to, 2, 2));
        if (!Arrays.equals(numbers, to)) {
            throw new AssertionError(Arrays.toString(to));
        }
    }

    void elementsOfAView() throws InterruptedException {
        List<Integer> view = Arrays.asList(1, 2);
        two(() -> view.set(0, 5), () -> view.set(1, 6));
    }

    void readByTwo() throws InterruptedException {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Map<Integer, Integer> map = new HashMap<>(Map.of(1, 1));
        Runnable reader = () -> {
            String text = list + " " + map.get(1) + String.join(",", List.of("a")) + Arrays.toString(numbers);
            List<Integer> copy = new ArrayList<>(list);
            copy.add(list.stream().mapToInt(i -> i).sum());
            for (int each : list) {
                copy.add(each);
            }
        };
        two(reader, reader);
    }

    void orderOfInsertionIsReadByTwo() throws InterruptedException {
        Map<Integer, Integer> map = new LinkedHashMap<>(8, 0.75f, false);
        map.put(1, 1);
        two(() -> map.get(1), () -> map.get(1));
    }

    void formatUnderALock() throws InterruptedException {
        SimpleDateFormat format = new SimpleDateFormat("yyyy", Locale.ROOT);
        Runnable user = () -> {
            synchronized (lock) {
                format.format(new Date(0));
            }
        };
        two(user, user);
    }

    void oneForEachThread() throws InterruptedException {
        ThreadLocal<Calendar> own = ThreadLocal.withInitial(() -> Calendar.getInstance(Locale.ROOT));
        two(() -> own.get().set(Calendar.YEAR, 1), () -> own.get().set(Calendar.YEAR, 2));
    }

    void patternIsShared() throws InterruptedException {
        Runnable user = () -> {
            Matcher matcher = PATTERN.matcher("aa");
            if (!matcher.find()) {
                throw new AssertionError("no match");
            }
        };
        two(user, user);
    }

    void buffersHavePositionsOfTheirOwn() throws InterruptedException {
        IntBuffer buffer = IntBuffer.allocate(3);
        IntBuffer first = buffer.duplicate();
        two(first::get, () -> buffer.get(1));
    }

    void synchronizedByTheLibrary() throws InterruptedException {
        Vector<Integer> vector = new Vector<>();
        Properties properties = new Properties();
        StringBuffer text = new StringBuffer();
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        Runnable user = () -> {
            vector.add(1);
            properties.setProperty("k", "v");
            text.append("a");
            list.add(1);
            String shown = "" + vector + text;
        };
        two(user, user);
    }

    void viewOfAConcurrentMap() throws InterruptedException {
        Map<Integer, Integer> map = new ConcurrentHashMap<>();
        Map<Integer, Integer> view = Collections.unmodifiableMap(map);
        two(() -> map.put(1, 1), () -> view.get(1));
    }

    void handedOver() throws InterruptedException {
        StringBuilder builder = new StringBuilder("a");
        Thread thread = new Thread(() -> builder.append("b"));
        thread.start();
        thread.join();
        if (!("x" + builder).equals("xab")) {
            throw new AssertionError(builder);
        }
    }

    /** A ring under its own monitor, which the library's methods call. */
    static class Ring extends AbstractList<Integer> {
        private final List<Integer> data = new ArrayList<>();

        @Override
        public synchronized boolean add(Integer element) {
            return data.add(element);
        }

        @Override
        public synchronized Integer get(int index) {
            return data.get(index);
        }

        @Override
        public synchronized int size() {
            return data.size();
        }
    }

    void ownListUnderItsMonitor() throws InterruptedException {
        List<Integer> ring = new Ring();
        two(() -> ring.add(1), () -> ring.contains(1));
    }

    /** A map whose overriding methods take a lock. */
    static class Guarded extends HashMap<Integer, Integer> {
        @Override
        public synchronized Integer put(Integer key, Integer value) {
            return super.put(key, value);
        }

        @Override
        public synchronized Integer get(Object key) {
            return super.get(key);
        }
    }

    /** A vector whose own method is not synchronized. */
    static class Loud extends Vector<Integer> {
        @Override
        public boolean add(Integer element) {
            return super.add(element);
        }
    }

    void ownVector() throws InterruptedException {
        Vector<Integer> vector = new Loud();
        two(() -> vector.add(1), () -> vector.size());
    }

    void ownMapThatLocksBeforeItCallsSuper() throws InterruptedException {
        Map<Integer, Integer> map = new Guarded();
        two(() -> map.put(1, 1), () -> map.get(1));
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    void viewOfBytesUnderALock() throws InterruptedException {
        byte[] bytes = new byte[16];
        Runnable user = () -> {
            synchronized (lock) {
                LONGS.set(bytes, 8, (long) LONGS.get(bytes, 8) + 1);
            }
        };
        two(user, user);
        if ((long) LONGS.get(bytes, 8) != 2) {
            throw new AssertionError("lost");
        }
    }

    /** A large table. */
    static class Squares {
        static final int[] ALL = new int[300_000];

        static {
            for (int i = 0; i < ALL.length; i++) {
                ALL[i] = i * i;
            }
        }
    }

    void tableOfAMillion() throws InterruptedException {
        two(() -> expectSquare(3), () -> expectSquare(299_999));
    }

    private static void expectSquare(int of) {
        if (Squares.ALL[of] != of * of) {
            throw new AssertionError(of);
        }
    }

    void evenAndOddElementsOfALargeTable() throws InterruptedException {
        byte[] table = new byte[80_000];
        two(
                () -> {
                    for (int i = 0; i < table.length; i += 2) {
                        table[i] = 1;
                    }
                },
                () -> {
                    for (int i = 1; i < table.length; i += 2) {
                        table[i] = 1;
                    }
                });
        if (table[0] + table[79_999] != 2) {
            throw new AssertionError();
        }
    }
}
