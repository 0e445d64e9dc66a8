package bouncer.worker.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * The output of a child process, which can be read only some time after its end. As with a pipe, reads ignore
 * interrupts.
 */
final class LateStream extends InputStream {
    private final Process child;
    private final InputStream output;
    private final CompletableFuture<Long> ready;

    LateStream(Process child, long lateNanos) {
        this.child = child;
        this.output = child.getInputStream();
        this.ready = child.onExit().thenApply(ended -> System.nanoTime() + lateNanos);
    }

    @Override
    public int read() throws IOException {
        late();
        return output.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        late();
        return output.read(bytes, from, length);
    }

    /** Returns 0 while the child is alive, as if its output had not arrived yet. */
    @Override
    public int available() throws IOException {
        if (child.isAlive()) {
            return 0;
        }
        late();
        return output.available();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    private void late() {
        long end = ready.join();
        boolean interrupted = false;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
