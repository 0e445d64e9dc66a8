package processes;

import java.io.IOException;

/** The programs that the checks let a child process run. */
final class Children {
    private Children() {}

    /** Copies its standard input to its standard output, byte for byte, and exits with 7. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] args) throws IOException {
            System.in.transferTo(System.out);
            System.out.flush();
            System.exit(7);
        }
    }
}
