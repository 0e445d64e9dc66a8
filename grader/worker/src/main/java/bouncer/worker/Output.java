package bouncer.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output of a submission: the first kilobytes of each check are kept for display, the rest is counted and
 * discarded. The text is untrusted. Thread-safe.
 */
final class Output extends OutputStream {
    private static final int KEPT = 8_192;
    private final byte[] kept = new byte[KEPT];
    private int length;
    private long printed;

    /** Replaces standard output and standard error. */
    static Output install() {
        Output output = new Output();
        System.setOut(new Open(output));
        System.setErr(new Open(output));
        return output;
    }

    /** Does nothing: a closed stream would let a submission see that an execution came before. */
    private static final class Open extends PrintStream {
        Open(Output output) {
            super(output, false, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Discards the output so far. */
    synchronized void begin() {
        length = 0;
        printed = 0;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) {
        int free = Math.min(count, KEPT - length);
        System.arraycopy(bytes, offset, kept, length, free);
        length += free;
        printed += count;
    }

    /** Returns how many bytes were printed since the check began. */
    synchronized long printed() {
        return printed;
    }

    /** Returns the beginning of the output since the check began. */
    synchronized String text() {
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }
}
