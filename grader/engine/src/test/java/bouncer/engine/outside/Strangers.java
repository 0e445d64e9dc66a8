package bouncer.engine.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Programs that leave what the engine controls; named after what the answer must mention. */
public class Strangers {
    private int sum;

    void java_net_ServerSocket() throws IOException {
        new ServerSocket(0).accept();
    }

    void java_lang_ProcessBuilder() throws IOException {
        new ProcessBuilder("true").start();
    }

    void java_lang_Runtime_exec() throws IOException {
        Runtime.getRuntime().exec("true");
    }

    void java_lang_reflect_Method_invoke() throws ReflectiveOperationException {
        Thread.class.getMethod("start").invoke(new Thread(() -> sum++));
    }

    void java_lang_invoke_MethodHandles_Lookup_findVirtual() throws Throwable {
        java.lang.invoke.MethodHandles.lookup()
                .findVirtual(Thread.class, "start", java.lang.invoke.MethodType.methodType(void.class));
    }

    void java_io_BufferedReader() throws IOException {
        PipedWriter writer = new PipedWriter();
        BufferedReader reader = new BufferedReader(new PipedReader(writer));
        writer.write("line\n");
        reader.readLine();
    }

    void java_lang_StackWalker() {
        StackWalker.getInstance().forEach(frame -> sum++);
    }

    void java_lang_Thread_getStackTrace() {
        sum = Thread.currentThread().getStackTrace().length;
    }

    void java_lang_Thread_getAllStackTraces() {
        sum = Thread.getAllStackTraces().size();
    }

    void sorted() {
        sum = IntStream.range(0, 9).parallel().sorted().sum();
    }

    void a_thread_the_engine_did_not_start() throws InterruptedException {
        Foreign.run(() -> sum++);
    }

    void java_util_BitSet() {
        Holder.BITS.set(3);
    }

    /** Outlives an execution, with what it holds. */
    interface Holder {
        java.util.BitSet BITS = new java.util.BitSet();
        List<String> NAMES = List.of("a");
    }
}
