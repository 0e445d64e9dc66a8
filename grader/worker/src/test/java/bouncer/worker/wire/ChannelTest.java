package bouncer.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final List<String> TEXTS = List.of("", "count", "Grüße 🧵", "\u0000\u001b[31m", "lone \ud800");

    @Test
    void everyKindOfMessageComesBackEqual() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            for (Class<?> kind : Message.class.getPermittedSubclasses()) {
                Message message = (Message) value(kind, random);
                assertThat(Channel.decode(Channel.encode(message)))
                        .hasSameClassAs(message)
                        .usingRecursiveComparison()
                        .isEqualTo(message);
            }
        }
    }

    @Test
    void everyKindOfFindingAndCoverageComesBackEqual() throws IOException {
        Random random = new Random(6);
        for (int i = 0; i < 100; i++) {
            for (Class<?> kind : Finding.class.getPermittedSubclasses()) {
                Message message = new Message.Failed("id", (Finding) value(kind, random));
                assertThat(Channel.decode(Channel.encode(message))).isEqualTo(message);
            }
            for (Class<?> kind : CheckCoverage.class.getPermittedSubclasses()) {
                CheckResult result = new CheckResult(
                        "id", CheckOutcome.PASSED, List.of(), "", (CheckCoverage) value(kind, random), 3, "printed");
                Message message = new Message.Ended(result, true);
                assertThat(Channel.decode(Channel.encode(message))).isEqualTo(message);
            }
        }
    }

    @Test
    void damagedFramesAreRefusedAndNothingElse() throws IOException {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 6_000; i++) {
            Class<?>[] kinds = Message.class.getPermittedSubclasses();
            byte[] frame = Channel.encode((Message) value(kinds[random.nextInt(kinds.length)], random));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length)) : frame;
            try {
                assertThat(Channel.decode(cut)).isNotNull();
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(600);
    }

    @Test
    void framesOfImpossibleLengthAreRefused() {
        for (int length : new int[] {0, -1, (1 << 20) + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] bytes = {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length, 1, 2};
            Channel channel = new Channel(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
            assertThatThrownBy(channel::receive).isInstanceOf(IOException.class);
        }
        byte[] early = {0, 0, 0, 9, 1};
        Channel channel = new Channel(new ByteArrayInputStream(early), OutputStream.nullOutputStream());
        assertThatThrownBy(channel::receive).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsTooLongIsCutUntilItFits() throws IOException {
        Step step = new Step("T1", "a/B.java", 1, "x".repeat(30_000));
        Finding finding = new Finding.WrongResult(
                Fault.LOST_UPDATE,
                "y".repeat(3_000_000),
                null,
                new ArrayList<>(Collections.nCopies(5_000, step)),
                null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Channel(new ByteArrayInputStream(new byte[0]), bytes).send(new Message.Failed("id", finding));
        Message back = new Channel(new ByteArrayInputStream(bytes.toByteArray()), bytes).receive();
        assertThat(back).isInstanceOfSatisfying(Message.Failed.class, failed -> {
            assertThat(failed.finding().message()).startsWith("yyy").hasSizeLessThan(20_000);
            assertThat(failed.finding().schedule()).hasSizeBetween(20, 1_000);
        });
    }

    /** The names of components that may be null agree with the annotations, which the codec cannot see. */
    @Test
    void nullableComponentsAreTheAnnotatedOnes() {
        Set<String> annotated = new TreeSet<>();
        collect(Message.class, annotated, new HashSet<>());
        assertThat(RecordCodec.NULLABLE).isEqualTo(annotated);
    }

    private static void collect(Class<?> type, Set<String> nullable, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                collect(kind, nullable, seen);
            }
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    nullable.add(component.getName());
                }
                collect(component.getType(), nullable, seen);
                if (component.getGenericType() instanceof ParameterizedType list) {
                    collect((Class<?>) list.getActualTypeArguments()[0], nullable, seen);
                }
            }
        }
    }

    private static Object value(Type type, Random random) {
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        } else if (type == long.class) {
            return random.nextLong();
        } else if (type == double.class || type == Double.class) {
            return random.nextDouble();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (type instanceof ParameterizedType list) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(value(list.getActualTypeArguments()[0], random));
            }
            return elements;
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isEnum()) {
            return kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)];
        }
        if (kind.isSealed()) {
            Class<?>[] kinds = kind.getPermittedSubclasses();
            return value(kinds[random.nextInt(kinds.length)], random);
        }
        return record(kind, random);
    }

    private static Object record(Class<?> kind, Random random) {
        RecordComponent[] components = kind.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean missing = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = missing && random.nextInt(3) == 0 ? null : value(components[i].getGenericType(), random);
        }
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
