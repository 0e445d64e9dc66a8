package bouncer.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a submission reads of the machine that grades it. */
class PlainMachineTest {
    private static final String READER = """
            package counter;
            public class Reader implements java.util.concurrent.Callable<java.util.List<Object>> {
                private static final boolean DEBUG = Boolean.getBoolean("bouncer.test.debug");
                interface Defaults { default String name() { return System.getProperty("user.name", "x"); } }
                public java.util.List<Object> call() {
                    long before = 7;
                    String path = System.getenv("PATH");
                    String home = System.getProperty("bouncer.test.debug", "unset");
                    String shown = path == null ? home + before : path;
                    return java.util.Arrays.asList(
                            DEBUG,
                            shown,
                            System.getProperty("bouncer.test.debug"),
                            System.getProperty("java.version"),
                            Integer.getInteger("bouncer.test.number", 3),
                            Long.getLong("bouncer.test.number", before),
                            new Defaults() { }.name());
                }
            }
            """;

    @Test
    void itIsWhatAMachineAnswersOnWhichNothingWasSet() throws Exception {
        System.setProperty("bouncer.test.debug", "true");
        System.setProperty("bouncer.test.number", "5");
        try {
            SortedMap<String, byte[]> plain =
                    PlainMachine.in(MemoryCompiler.compile(new TreeMap<>(Map.of("counter.Reader", READER))));
            Callable<?> reader = (Callable<?>) new Loader(plain)
                    .loadClass("counter.Reader")
                    .getConstructor()
                    .newInstance();
            assertThat(reader.call())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsExactly(false, "unset7", null, System.getProperty("java.version"), 3, 7L, "user");
        } finally {
            System.clearProperty("bouncer.test.debug");
            System.clearProperty("bouncer.test.number");
        }
    }

    @Test
    void aClassThatReadsNothingStaysAsItIs() {
        SortedMap<String, byte[]> classes =
                MemoryCompiler.compile(new TreeMap<>(Map.of("counter.Other", "package counter; class Other { }")));
        assertThat(PlainMachine.in(classes)).isEqualTo(classes);
    }

    private static final class Loader extends ClassLoader {
        private final SortedMap<String, byte[]> classes;

        Loader(SortedMap<String, byte[]> classes) {
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
