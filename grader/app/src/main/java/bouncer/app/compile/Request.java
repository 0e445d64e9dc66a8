package bouncer.app.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to the compiler process.
 *
 * @param roots the paths of the sources to compile; others are compiled only if these need them
 * @param sources all sources that may be read
 */
record Request(List<String> roots, List<Source> sources) {
    private static final int LARGEST = 16 << 20;
    private static final int MOST = 10_000;

    /**
     * A source.
     *
     * @param path its path below the source root, with forward slashes
     * @param text its text
     */
    record Source(String path, String text) {}

    /** Writes this request, without flushing. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(roots.size());
        for (String root : roots) {
            out.writeUTF(root);
        }
        out.writeInt(sources.size());
        for (Source source : sources) {
            out.writeUTF(source.path());
            bytes(out, source.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads a request.
     *
     * @throws IOException if the stream ends or is not a request
     */
    static Request read(DataInputStream in) throws IOException {
        List<String> roots = new ArrayList<>();
        for (int left = count(in, MOST); left > 0; left--) {
            roots.add(in.readUTF());
        }
        List<Source> sources = new ArrayList<>();
        for (int left = count(in, MOST); left > 0; left--) {
            sources.add(new Source(in.readUTF(), new String(readBytes(in), StandardCharsets.UTF_8)));
        }
        return new Request(roots, sources);
    }

    /** Writes a byte array with its length. */
    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a byte array with its length.
     *
     * @throws IOException if it is longer than the protocol allows
     */
    static byte[] readBytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[count(in, LARGEST)];
        in.readFully(bytes);
        return bytes;
    }

    /**
     * Reads a length.
     *
     * @throws IOException if it is outside the limits of the protocol
     */
    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("Invalid length: " + count);
        }
        return count;
    }
}
