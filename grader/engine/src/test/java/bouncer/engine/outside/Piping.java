package bouncer.engine.outside;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.locks.LockSupport;

/** Programs on library classes that run for real, under control. */
public class Piping {
    private int count;

    private static Thread start(Writes body) {
        Thread thread = new Thread(() -> {
            try {
                body.write();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private interface Writes {
        void write() throws IOException;
    }

    /** Two threads write a message of two bytes each, and nothing keeps the bytes together. */
    void messagesMix() throws IOException, InterruptedException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        Thread first = start(() -> message(out, 1));
        Thread second = start(() -> message(out, 2));
        first.join();
        second.join();
        if (in.read() != in.read()) {
            throw new AssertionError("mixed");
        }
    }

    private static void message(PipedOutputStream out, int each) throws IOException {
        out.write(each);
        out.write(each);
    }

    /** A thread that reads into an array must not share it meanwhile. */
    void arrayRaces() throws IOException {
        PipedReader in = new PipedReader();
        PipedWriter out = new PipedWriter(in);
        char[] read = new char[1];
        out.write('a');
        Thread reader = new Thread(() -> read[0] = 'b');
        reader.start();
        in.read(read);
    }

    /** What a pipe hands over is ordered by it. */
    void ordered() throws IOException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        start(() -> {
            count = 7;
            out.write(1);
            out.flush();
        });
        if (in.read() != 1 || count != 7) {
            throw new AssertionError("not ordered");
        }
    }

    /** Looks every second whether the writer still lives, and gives up some time after it does not. */
    void theWriterDies() throws IOException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        long begin = System.nanoTime();
        start(() -> {
            out.write(1);
            LockSupport.parkNanos(5_000_000_000L);
        });
        int first = in.read();
        try {
            throw new AssertionError(first + " " + in.read());
        } catch (IOException e) {
            if (!"Pipe broken".equals(e.getMessage()) || System.nanoTime() - begin < 5_000_000_000L) {
                throw new AssertionError(e);
            }
        }
    }

    /** Counts what goes through it. */
    private static final class Counting extends PipedOutputStream {
        private int written;

        @Override
        public synchronized void write(int b) throws IOException {
            written++;
            super.write(b);
        }
    }

    void extended() throws IOException, InterruptedException {
        Counting out = new Counting();
        PipedInputStream in = new PipedInputStream(out);
        Thread first = start(() -> out.write(1));
        out.write(2);
        first.join();
        if (in.read() + in.read() != 3 || out.written != 2) {
            throw new AssertionError("miscounted");
        }
    }

    /** Takes one item at a time. */
    private static final class Collecting implements Flow.Subscriber<Integer> {
        final List<Object> seen = new ArrayList<>();
        private Flow.Subscription subscription;
        private boolean done;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(Integer item) {
            seen.add(item);
            Objects.requireNonNull(subscription).request(1);
        }

        @Override
        public void onError(Throwable thrown) {
            seen.add(thrown);
        }

        @Override
        public synchronized void onComplete() {
            done = true;
            notifyAll();
        }

        synchronized void await() throws InterruptedException {
            while (!done) {
                wait();
            }
        }
    }

    void published() throws InterruptedException {
        Collecting collecting = new Collecting();
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(collecting);
            publisher.submit(1);
        }
        collecting.await();
        if (!collecting.seen.equals(List.of(1))) {
            throw new AssertionError(collecting.seen);
        }
    }
}
