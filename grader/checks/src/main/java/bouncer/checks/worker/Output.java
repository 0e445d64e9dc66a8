package bouncer.checks.worker;

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
        System.setOut(new PrintStream(output, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(output, false, StandardCharsets.UTF_8));
        return output;
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
