package bouncer.engine.shared;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.text.NumberFormat;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Each method has a data race between two library calls, or between one and an access of the program. */
@SuppressWarnings({"unused", "CheckReturnValue", "ReturnValueIgnored"})
public class Racing {
    private final List<Integer> list = new ArrayList<>(List.of(1, 2));
    private final int[] numbers = {3, 1, 2};
    private final String[] words = {"a", "b"};
    private Object kept;

    private static void two(Runnable first, Runnable second) throws InterruptedException {
        Thread a = new Thread(first);
        Thread b = new Thread(second);
        a.start();
        b.start();
        a.join();
        b.join();
    }

    private void whileListGrows(Runnable reader) throws InterruptedException {
        two(reader, () -> list.add(3));
    }

    private void whileNumberChanges(Runnable reader) throws InterruptedException {
        two(reader, () -> numbers[1] = 7);
    }

    private void whileWordChanges(Runnable reader) throws InterruptedException {
        two(reader, () -> words[1] = "c");
    }

    void arraysEqual() throws InterruptedException {
        whileNumberChanges(() -> Arrays.equals(numbers, new int[3]));
    }

    void arrayIsHashed() throws InterruptedException {
        whileNumberChanges(() -> Arrays.hashCode(numbers));
    }

    void arrayIsShown() throws InterruptedException {
        whileNumberChanges(() -> Arrays.toString(numbers));
    }

    void arrayIsSearched() throws InterruptedException {
        whileNumberChanges(() -> Arrays.binarySearch(numbers, 0, 2, 1));
    }

    void arrayIsStreamed() throws InterruptedException {
        whileNumberChanges(() -> Arrays.stream(numbers).sum());
    }

    void arrayIsSortedWhileItIsFilled() throws InterruptedException {
        two(() -> Arrays.sort(numbers), () -> Arrays.fill(numbers, 1));
    }

    void arrayIsSetWhileItIsCloned() throws InterruptedException {
        two(() -> Arrays.setAll(numbers, i -> i), () -> kept = numbers.clone());
    }

    void wordsAreJoined() throws InterruptedException {
        whileWordChanges(() -> String.join(",", words));
    }

    void wordsAreListed() throws InterruptedException {
        whileWordChanges(() -> kept = List.of(words));
    }

    void wordsAreStreamed() throws InterruptedException {
        whileWordChanges(() -> Stream.of(words).collect(Collectors.joining()));
    }

    void viewOfWords() throws InterruptedException {
        whileWordChanges(() -> Arrays.asList(words).contains("x"));
    }

    void charactersBecomeAString() throws InterruptedException {
        char[] text = {'a', 'b'};
        two(() -> kept = new String(text), () -> text[0] = 'c');
    }

    void listIsCopied() throws InterruptedException {
        whileListGrows(() -> kept = List.copyOf(list));
    }

    void listIsCopiedByAConstructor() throws InterruptedException {
        whileListGrows(() -> kept = new ArrayDeque<>(list));
    }

    void listIsCopiedByAConcurrentList() throws InterruptedException {
        whileListGrows(() -> kept = new CopyOnWriteArrayList<>(list));
    }

    void listIsAddedToAnother() throws InterruptedException {
        whileListGrows(() -> new TreeSet<Integer>().addAll(list));
    }

    void listIsConcatenated() throws InterruptedException {
        whileListGrows(() -> kept = "numbers: " + list);
    }

    void listIsShownAsAnObject() throws InterruptedException {
        Object any = list;
        whileListGrows(() -> kept = any.toString());
    }

    void listIsFormatted() throws InterruptedException {
        whileListGrows(() -> kept = String.format("%s", list));
    }

    void listIsHashedWithOthers() throws InterruptedException {
        whileListGrows(() -> kept = Objects.hash(1, list));
    }

    void listIsComparedAsAnObject() throws InterruptedException {
        whileListGrows(() -> Objects.equals(list, List.of()));
    }

    void listIsMaximised() throws InterruptedException {
        whileListGrows(() -> Collections.max(list));
    }

    void listIsShuffledByTwo() throws InterruptedException {
        two(() -> Collections.sort(list), () -> Collections.reverse(list));
    }

    void readThroughAnUnmodifiableView() throws InterruptedException {
        List<Integer> view = Collections.unmodifiableList(list);
        whileListGrows(view::size);
    }

    void streamThatIsTraversedLater() throws InterruptedException {
        Stream<Integer> stream = list.stream().map(i -> i + 1);
        whileListGrows(() -> stream.forEach(i -> {}));
    }

    void spliteratorIsShared() throws InterruptedException {
        var parts = list.spliterator();
        two(() -> parts.tryAdvance(i -> {}), () -> parts.tryAdvance(i -> {}));
    }

    void iteratorOfAnImmutableListIsShared() throws InterruptedException {
        Iterator<Integer> numbers = List.of(1, 2, 3).iterator();
        two(numbers::next, numbers::next);
    }

    /** Its own class of map. */
    static class Recent extends LinkedHashMap<Integer, Integer> {
        Recent() {
            super(8, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > 3;
        }
    }

    void recentlyUsedIsReadByTwo() throws InterruptedException {
        Map<Integer, Integer> recent = new Recent();
        recent.put(1, 1);
        two(() -> recent.get(1), () -> recent.get(1));
    }

    /** Its own class of list. */
    static class Counting extends ArrayList<String> {
        @Override
        public boolean add(String element) {
            return super.add(element);
        }
    }

    void ownClassOfList() throws InterruptedException {
        Counting counting = new Counting();
        two(() -> counting.add("a"), () -> counting.add("b"));
    }

    void inheritedMethodOfAnOwnClass() throws InterruptedException {
        Counting counting = new Counting();
        two(() -> counting.clear(), () -> counting.isEmpty());
    }

    void entry() throws InterruptedException {
        var entry = new AbstractMap.SimpleEntry<>("k", 1);
        two(() -> entry.setValue(2), entry::getValue);
    }

    void date() throws InterruptedException {
        Date date = new Date(0);
        two(() -> date.setTime(1), date::getTime);
    }

    void calendar() throws InterruptedException {
        GregorianCalendar calendar = new GregorianCalendar(2020, 1, 1);
        two(calendar::getTimeInMillis, () -> calendar.add(GregorianCalendar.DATE, 1));
    }

    void format() throws InterruptedException {
        NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
        two(() -> format.format(1), () -> format.format(2));
    }

    void statistics() throws InterruptedException {
        IntSummaryStatistics statistics = new IntSummaryStatistics();
        two(() -> statistics.accept(1), statistics::getMax);
    }

    void tokens() throws InterruptedException {
        StringTokenizer tokens = new StringTokenizer("a b");
        two(tokens::nextToken, tokens::nextToken);
    }

    void bits() throws InterruptedException {
        BitSet bits = new BitSet();
        two(() -> bits.flip(1), () -> kept = bits.toLongArray());
    }

    void buffer() throws InterruptedException {
        IntBuffer buffer = IntBuffer.allocate(3);
        two(() -> buffer.get(), () -> buffer.position(1));
    }

    void checksum() throws InterruptedException {
        CRC32 sum = new CRC32();
        two(() -> sum.update(1), sum::getValue);
    }

    void builderIsAppendedToAnother() throws InterruptedException {
        StringBuilder builder = new StringBuilder("a");
        two(() -> kept = new StringBuilder().append(builder), () -> builder.append("b"));
    }

    void collectedInto() throws InterruptedException {
        Map<Integer, Integer> map = new HashMap<>();
        two(() -> map.putAll(Map.of(1, 1)), () -> map.computeIfAbsent(2, k -> 2));
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    void viewOfBytes() throws InterruptedException {
        byte[] bytes = new byte[16];
        two(() -> LONGS.set(bytes, 8, 1L), () -> bytes[12] = 1);
    }

    void largeTable() throws InterruptedException {
        int[] table = new int[100_000];
        Arrays.fill(table, 1);
        two(() -> table[50_000]++, () -> kept = table[50_000]);
    }

    void rangesOfALargeTable() throws InterruptedException {
        int[] table = new int[100_000];
        two(() -> Arrays.fill(table, 0, 60_000, 1), () -> Arrays.fill(table, 59_999, 100_000, 2));
    }
}
