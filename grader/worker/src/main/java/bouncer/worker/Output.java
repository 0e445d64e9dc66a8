package bouncer.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a submission prints: the first kilobytes of each check are kept to be shown, the rest is counted and gone.
 * Nothing of it is believed. Thread-safe.
 */
final class Output extends OutputStream {
    private static final int KEPT = 8_192;
    private final byte[] kept = new byte[KEPT];
    private int length;
    private long printed;

    /** Takes the place of standard output and standard error. */
    static Output install() {
        Output output = new Output();
        System.setOut(new Open(output));
        System.setErr(new Open(output));
        return output;
    }

    /** Stays open: whether it was closed would be something that a submission knows of the executions before. */
    private static final class Open extends PrintStream {
        Open(Output output) {
            super(output, false, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            flush();
        }
    }

    /** Forgets what was printed so far. */
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
        int room = Math.min(count, KEPT - length);
        System.arraycopy(bytes, offset, kept, length, room);
        length += room;
        printed += count;
    }

    /** How many bytes were printed since the check began. */
    synchronized long printed() {
        return printed;
    }

    /** The first of what was printed since the check began. */
    synchronized String text() {
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }
}
