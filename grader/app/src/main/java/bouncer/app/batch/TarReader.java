package bouncer.app.batch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive sequentially: POSIX.1-1988 (ustar) with the long names of GNU tar and of pax, as the tar commands
 * of Linux, macOS and Windows write them. Used by one thread.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 4096;
    private final InputStream in;
    private long left;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * An entry of the archive.
     *
     * @param name its path
     * @param size its length in bytes
     * @param isFile true for a regular file; false for a directory, link or device
     */
    record Entry(String name, long size, boolean isFile) {}

    /**
     * Advances to the next entry.
     *
     * @return the entry, or null at the end of the archive
     * @throws ZipException if the input is not a tar archive
     * @throws EOFException if the archive is truncated
     */
    @Nullable
    Entry next() throws IOException {
        String longName = null;
        while (true) {
            in.skipNBytes(left + padding);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length == 0 || isZero(header)) {
                left = 0;
                padding = 0;
                return null;
            }
            if (header.length < BLOCK) {
                throw new EOFException("it ends in the middle");
            }
            long size = size(header);
            left = size;
            padding = (BLOCK - size % BLOCK) % BLOCK;
            char type = (char) header[156];
            if (type == 'L') {
                longName = text(record(size), 0, (int) size);
            } else if (type == 'x') {
                longName = path(record(size), longName);
            } else if (type == 'g') {
                record(size);
            } else {
                return new Entry(longName == null ? name(header) : longName, size, type == '0' || type == 0);
            }
        }
    }

    /** Returns the content of the entry that {@link #next} returned last. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int n = left == 0 ? -1 : in.read(into, offset, (int) Math.min(length, left));
                if (n < 0 && left > 0) {
                    throw new EOFException("it ends in the middle");
                }
                left -= Math.max(0, n);
                return n;
            }
        };
    }

    private byte[] record(long size) throws IOException {
        if (size > LONGEST_NAME) {
            throw new ZipException("a name in it is too long");
        }
        byte[] bytes = content().readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException("it ends in the middle");
        }
        return bytes;
    }

    /**
     * Returns the value of {@code path} in a pax header, whose lines are {@code length key=value}; otherwise the
     * default.
     */
    private static @Nullable String path(byte[] record, @Nullable String otherwise) {
        String path = otherwise;
        for (String line : new String(record, StandardCharsets.UTF_8).split("\n", -1)) {
            int key = line.indexOf(' ') + 1;
            if (line.startsWith("path=", key)) {
                path = line.substring(key + "path=".length());
            }
        }
        return path;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static long size(byte[] header) throws ZipException {
        String octal = text(header, 124, 12).strip();
        if (!octal.matches("[0-7]{1,12}") || !isSound(header)) {
            throw new ZipException("it is not a tar archive");
        }
        return Long.parseLong(octal, 8);
    }

    private static boolean isSound(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        String claimed = text(header, 148, 8).strip();
        return claimed.matches("[0-7]{1,7}") && Long.parseLong(claimed, 8) == sum;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static boolean isZero(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }
}
