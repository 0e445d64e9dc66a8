package bouncer.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual threads, however a program comes by them, are threads of the model. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
    /** Compiled here, because the rest is for 17. */
    private static final String SOURCE = """
            import java.util.concurrent.*;

            public class Virtual {
                int count;

                synchronized void add() {
                    count++;
                }

                void done(Thread... threads) throws InterruptedException {
                    for (Thread thread : threads) {
                        if (!thread.isVirtual()) throw new AssertionError("platform");
                        thread.join();
                    }
                    if (count != threads.length) throw new AssertionError("lost: " + count);
                }

                void started() throws InterruptedException {
                    done(Thread.startVirtualThread(this::add), Thread.startVirtualThread(this::add));
                }

                void built() throws InterruptedException {
                    Thread.Builder.OfVirtual builder = Thread.ofVirtual().name("v", 3);
                    Thread first = builder.start(this::add);
                    Thread second = builder.unstarted(this::add);
                    second.start();
                    if (!(first.getName() + second.getName()).equals("v3v4")) throw new AssertionError(first.getName());
                    done(first, second);
                }

                void fromAFactory() throws InterruptedException {
                    ThreadFactory factory = Thread.ofVirtual().factory();
                    Thread thread = factory.newThread(this::add);
                    thread.start();
                    done(thread);
                }

                void platform() throws InterruptedException {
                    Thread thread = Thread.ofPlatform().name("p").daemon().priority(7).start(this::add);
                    if (thread.isVirtual() || !thread.isDaemon() || thread.getPriority() != 7) throw new AssertionError();
                    thread.join();
                    if (count != 1) throw new AssertionError();
                }

                void executor() throws Exception {
                    try (ExecutorService service = Executors.newVirtualThreadPerTaskExecutor()) {
                        service.submit(this::add);
                        service.submit(this::add);
                    }
                    if (count != 2) throw new AssertionError("lost: " + count);
                }

                void racing() throws InterruptedException {
                    Thread first = Thread.ofVirtual().start(() -> count++);
                    Thread second = Thread.ofVirtual().start(() -> count++);
                    done(first, second);
                }
            }
            """;

    private static final Map<String, byte[]> CLASSES = new HashMap<>();

    @BeforeAll
    static void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new Compiled(name);
            }
        };
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("mem:///Virtual.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return SOURCE;
                    }
                };
        assertThat(compiler.getTask(null, files, null, List.of("--release", "21"), null, List.of(source))
                        .call())
                .isTrue();
    }

    /** Keeps what the compiler writes. */
    private static final class Compiled extends SimpleJavaFileObject {
        private final String name;

        Compiled(String name) {
            super(URI.create("mem:///" + name + ".class"), JavaFileObject.Kind.CLASS);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    CLASSES.put(name, toByteArray());
                }
            };
        }
    }

    private static Exploration explore(String method) {
        Program program = new Program("Virtual", method, CLASSES::get, VirtualThreadsTest.class.getClassLoader());
        return Explorer.explore(program, Limits.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "built", "fromAFactory", "platform", "executor"})
    void areExploredToTheEnd(String method) {
        Exploration exploration = explore(method);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @Test
    void raceAsOthersDo() {
        Failure failure = ((Outcome.Failed) explore("racing").outcome()).failure();
        assertThat(failure.trace().threads()).containsExactly("main", "virtual-1", "virtual-2");
    }
}
