package bouncer.worker.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One end of the channel: messages in frames of at most 1 MiB. Any thread may send, one thread receives. */
public final class Channel {
    private static final int LARGEST = 1 << 20;
    /** Limits for texts and lists, which are applied in this order until the message fits into a frame. */
    private static final RecordCodec[] BOUNDS = {
        new RecordCodec(16_000, 1_000), new RecordCodec(800, 1_000), new RecordCodec(400, 100), new RecordCodec(40, 20)
    };

    private final DataInputStream in;
    private final DataOutputStream out;

    /** Creates a channel from the two streams of a connected socket. */
    public Channel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(out);
    }

    /**
     * Sends one message. Texts and lists in it are shortened until it fits into a frame.
     *
     * @throws IOException if the connection is closed
     */
    public void send(Message message) throws IOException {
        byte[] frame = encode(message);
        synchronized (out) {
            out.writeInt(frame.length);
            out.write(frame);
            out.flush();
        }
    }

    /**
     * Waits for the next message and returns it.
     *
     * @throws IOException if the connection is closed or the data is not a message
     */
    public Message receive() throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > LARGEST) {
            throw new IOException("A frame of " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new EOFException("A frame that ends early");
        }
        return decode(frame);
    }

    static byte[] encode(Message message) throws IOException {
        for (RecordCodec codec : BOUNDS) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            codec.write(new DataOutputStream(bytes), Message.class, message);
            if (bytes.size() <= LARGEST) {
                return bytes.toByteArray();
            }
        }
        throw new IOException("A message that fits into no frame");
    }

    static Message decode(byte[] frame) throws IOException {
        DataInputStream from = new DataInputStream(new ByteArrayInputStream(frame));
        Object message = BOUNDS[0].read(from, Message.class);
        if (!(message instanceof Message known) || from.available() > 0) {
            throw new IOException("A frame that is no message");
        }
        return known;
    }
}
