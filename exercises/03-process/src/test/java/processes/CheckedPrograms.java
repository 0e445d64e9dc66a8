package processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The programs of the child processes in the checks. */
final class CheckedPrograms {
    /** The child changes its own copy; in the JVM of the checks the value stays 1. */
    static int shared = 1;

    private CheckedPrograms() {}

    /** Copies its standard input to its standard output, writes to its standard error, and exits with 42. */
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

    /** Copies its input after a pause: detects classes that read the output after a fixed time. */
    static final class Late {
        private static final int MILLIS = 1_500;

        private Late() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            System.in.transferTo(System.out);
            System.out.flush();
        }
    }

    /**
     * Closes its input and its output, runs on for a second and exits; a class that ends it earlier, for instance because
     * no more output can come, gets another exit code.
     */
    static final class Slow {
        static final int EXIT_CODE = 7;
        private static final int MILLIS = 1_000;

        private Slow() {}

        public static void main(String[] args) throws InterruptedException, IOException {
            System.in.close();
            System.out.close();
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            System.exit(EXIT_CODE);
        }
    }

    /** Changes the static field, and prints its value, its process id and its java executable. */
    static final class Self {
        private Self() {}

        public static void main(String[] args) {
            shared++;
            String java = ProcessHandle.current().info().command().orElse("?");
            System.out.print(shared + "\n" + ProcessHandle.current().pid() + "\n" + java);
            System.out.flush();
        }
    }

    /** Writes megabytes to both outputs before it reads megabytes of input; then prints how many bytes it read. */
    static final class Flood {
        /** Far more than a pipe holds. */
        static final int BYTES = 2_000_003;
        /** Three bytes, so that buffers of a usual size end within a character. */
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

    /** Reads nothing, writes a little, some of which is no text, and ends with an exception. */
    static final class Crash {
        private static final byte[] LAST_WORDS = {
            'l', 'a', 's', 't', 0, (byte) 0xc3, '(', (byte) 0xff, '\r', (byte) 0xe2
        };

        private Crash() {}

        /** Returns what it writes, decoded. */
        static String lastWords() {
            return new String(LAST_WORDS, StandardCharsets.UTF_8);
        }

        public static void main(String[] args) {
            System.out.write(LAST_WORDS, 0, LAST_WORDS.length);
            System.out.flush();
            throw new IllegalStateException("this child was made to crash");
        }
    }

    /**
     * Reads the first line of its input, which is the path of a file, creates that file, and sleeps for an hour, longer
     * than any check waits. Then it reads no more, and does not end when the system asks it to.
     */
    static final class Deaf {
        private Deaf() {}

        public static void main(String[] args) throws IOException {
            Runtime.getRuntime().addShutdownHook(new Thread(Deaf::sleep));
            String path = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            Files.createFile(Path.of(path));
            sleep();
        }

        private static void sleep() {
            try {
                TimeUnit.HOURS.sleep(1);
            } catch (InterruptedException e) {
                throw new AssertionError("no thread interrupts this one", e);
            }
        }
    }
}
