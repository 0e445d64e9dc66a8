package processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The programs that the checks let a child process run. */
final class CheckedPrograms {
    /** Shown to be the child's own: the checks' JVM never sees another value than this. */
    static int shared = 1;

    private CheckedPrograms() {}

    /** Copies its standard input to its standard output, byte for byte, says something else on the other, and exits with 42. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] args) throws IOException {
            System.err.print("not for the result");
            System.err.flush();
            System.in.transferTo(System.out);
            System.out.flush();
            System.exit(42);
        }
    }

    /** Echoes too, but late: by the clock nobody can know when a child is done. */
    static final class Late {
        private static final int MILLIS = 1_500;

        private Late() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            System.in.transferTo(System.out);
            System.out.flush();
        }
    }

    /** Runs for a while and exits; whoever ends it earlier gets another code. */
    static final class Slow {
        static final int EXIT_CODE = 7;
        private static final int MILLIS = 1_000;

        private Slow() {}

        public static void main(String[] args) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            System.exit(EXIT_CODE);
        }
    }

    /** Adds to the static field and tells about itself. */
    static final class Self {
        private Self() {}

        public static void main(String[] args) {
            shared++;
            String java = ProcessHandle.current().info().command().orElse("?");
            System.out.print(shared + "\n" + ProcessHandle.current().pid() + "\n" + java);
            System.out.flush();
        }
    }

    /** Writes megabytes to both outputs before it reads megabytes of input; then says how much that was. */
    static final class Flood {
        static final int BYTES = 2_000_003;
        /** No buffer of an even size holds a whole number of these. */
        static final char OUT = '\u6f22';

        static final int CHARS = BYTES / 3;

        private Flood() {}

        public static void main(String[] args) throws IOException {
            fill(System.err, 'e', BYTES);
            fill(System.out, OUT, CHARS);
            long read = System.in.transferTo(OutputStream.nullOutputStream());
            fill(System.err, 'f', BYTES);
            System.out.write(("\u20ac" + read).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }

        private static void fill(OutputStream stream, char with, int times) throws IOException {
            stream.write(String.valueOf(with).repeat(times).getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
    }

    /** Never reads, says a little, and dies of an exception. */
    static final class Crash {
        private Crash() {}

        public static void main(String[] args) {
            System.out.print("last words");
            System.out.flush();
            throw new IllegalStateException("this child was made to crash");
        }
    }

    /** Sleeps until it is ended; by itself only after a time that no check waits for. */
    static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] args) throws InterruptedException {
            TimeUnit.HOURS.sleep(1);
        }
    }
}
