package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** On pipes. */
public class PipePrograms extends Programs {
    private static String thrown(Body body) {
        try {
            body.run();
            return "nothing";
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    void alone() throws IOException {
        PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(8);
        StringBuilder all = new StringBuilder();
        all.append(thrown(() -> out.write(1))).append(thrown(in::read));
        in.connect(out);
        all.append(thrown(() -> out.connect(in))).append(thrown(() -> new PipedInputStream(0)));
        out.write(new byte[] {1, 2, 3, 4, 5}, 1, 3);
        out.write(-1);
        all.append(in.available()).append(in.read());
        byte[] some = new byte[2];
        all.append(in.read(some)).append(some[0]).append(some[1]);
        all.append(thrown(() -> out.write(new byte[2], 1, 2))).append(thrown(() -> in.read(null, 0, 1)));
        all.append(in.skip(0)).append(in.markSupported()).append(thrown(in::reset));
        out.flush();
        out.close();
        all.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        all.append(in.read()).append(in.available());
        in.close();
        all.append(thrown(in::read)).append(thrown(() -> out.write(2)));
        Seen.outcome(all);
    }

    void aloneWithCharacters() throws IOException {
        PipedWriter writer = new PipedWriter();
        StringBuilder all = new StringBuilder();
        all.append(thrown(() -> writer.write("a")));
        PipedReader reader = new PipedReader(writer, 16);
        all.append(thrown(() -> writer.connect(reader))).append(reader.ready());
        writer.append('a').append("bc").append("defg", 1, 2);
        writer.write("hijk", 1, 2);
        writer.write(new char[] {'l', 'm'});
        writer.write('n');
        all.append(reader.ready()).append((char) reader.read()).append(reader.skip(2));
        char[] some = new char[3];
        all.append(reader.read(some)).append(some);
        all.append(reader.markSupported()).append(thrown(() -> reader.mark(1)));
        writer.close();
        all.append(reader.read(some, 1, 2)).append(some);
        all.append((char) reader.read()).append(reader.read());
        reader.close();
        all.append(thrown(reader::read)).append(thrown(() -> writer.write(1)));
        Seen.outcome(all);
    }

    void isStillAStream() throws IOException {
        InputStream in = new PipedInputStream();
        try (OutputStream out = new PipedOutputStream((PipedInputStream) in);
                DataOutputStream data = null) {
            out.write(new byte[] {0, 0, 0, 7});
        }
        Seen.outcome(
                new DataInputStream(in).readInt(),
                in instanceof java.io.Closeable,
                in.getClass().getName(),
                in.toString().startsWith("java.io.PipedInputStream@"));
    }

    void bytesFromOneToTheOther() throws IOException, InterruptedException {
        PipedInputStream in = new PipedInputStream(1);
        PipedOutputStream out = new PipedOutputStream(in);
        int[] seen = new int[3];
        all(
                () -> {
                    out.write(1);
                    out.flush();
                    out.write(2);
                    out.flush();
                    out.close();
                },
                () -> {
                    seen[0] = in.read();
                    seen[1] = in.read();
                    seen[2] = in.read();
                });
        Seen.outcome(seen[0], seen[1], seen[2]);
    }

    void twoReaders() throws IOException, InterruptedException {
        PipedReader in = new PipedReader();
        PipedWriter out = new PipedWriter(in);
        AtomicInteger order = new AtomicInteger();
        int[] seen = new int[2];
        out.write("ab");
        all(
                () -> seen[0] = in.read() * 10 + order.incrementAndGet(),
                () -> seen[1] = in.read() * 10 + order.incrementAndGet());
        Seen.outcome(seen[0], seen[1]);
    }

    void whatIsThereToBeRead() throws IOException, InterruptedException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        int[] seen = new int[1];
        all(() -> out.write(new byte[] {1, 2}), () -> seen[0] = in.available());
        Seen.outcome(seen[0], in.available());
    }

    void closedByItsReader() throws IOException, InterruptedException {
        PipedInputStream in = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(in);
        String[] seen = new String[1];
        all(() -> seen[0] = thrown(() -> out.write(1)), in::close);
        Seen.outcome(seen[0]);
    }
}
