package bouncer.checks.wire;

import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** One end of the channel: messages as frames of at most 1 MiB. Sending is safe from many threads, receiving from one. */
public final class Channel {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_FINDINGS = 20;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Takes the two directions of a connected socket. */
    public Channel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(out);
    }

    /**
     * Sends one message, whole or not at all.
     *
     * @throws IOException if the other end is gone
     */
    public void send(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        encode(new DataOutputStream(bytes), message);
        synchronized (out) {
            out.writeInt(bytes.size());
            bytes.writeTo(out);
            out.flush();
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException if the other end is gone or sent what is no message
     */
    public Message receive() throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > LARGEST) {
            throw new IOException("A frame of " + length + " bytes");
        }
        byte[] frame = in.readNBytes(length);
        return decode(new DataInputStream(new ByteArrayInputStream(frame)));
    }

    private static void encode(DataOutputStream to, Message message) throws IOException {
        if (message instanceof Message.Hello hello) {
            to.writeByte(1);
            to.writeUTF(hello.secret());
        } else if (message instanceof Message.Run run) {
            to.writeByte(2);
            to.writeUTF(run.id());
            to.writeUTF(run.checkClass());
            to.writeUTF(run.method());
            to.writeUTF(run.on());
            to.writeLong(run.seed());
            to.writeLong(run.limitMillis());
        } else if (message instanceof Message.Failed failed) {
            to.writeByte(3);
            to.writeUTF(failed.id());
            FindingCodec.write(to, failed.finding());
        } else if (message instanceof Message.Ended ended) {
            to.writeByte(4);
            result(to, ended.result());
            to.writeBoolean(ended.reusable());
        }
    }

    private static void result(DataOutputStream to, CheckResult result) throws IOException {
        to.writeUTF(result.id());
        to.writeUTF(result.outcome().name());
        int count = Math.min(result.findings().size(), MOST_FINDINGS);
        to.writeInt(count);
        for (Finding finding : result.findings().subList(0, count)) {
            FindingCodec.write(to, finding);
        }
        FindingCodec.text(to, result.note());
        FindingCodec.write(to, result.coverage());
        to.writeLong(result.millis());
    }

    private static Message decode(DataInputStream from) throws IOException {
        int tag = from.readByte();
        return switch (tag) {
            case 1 -> new Message.Hello(from.readUTF());
            case 2 ->
                new Message.Run(
                        from.readUTF(),
                        from.readUTF(),
                        from.readUTF(),
                        from.readUTF(),
                        from.readLong(),
                        from.readLong());
            case 3 -> new Message.Failed(from.readUTF(), FindingCodec.readFinding(from));
            case 4 -> new Message.Ended(readResult(from), from.readBoolean());
            default -> throw new IOException("Unknown message: " + tag);
        };
    }

    private static CheckResult readResult(DataInputStream from) throws IOException {
        String id = from.readUTF();
        String name = from.readUTF();
        Outcome outcome;
        try {
            outcome = Outcome.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("Unknown outcome: " + name, e);
        }
        List<Finding> findings = new ArrayList<>();
        for (int left = FindingCodec.count(from); left > 0; left--) {
            findings.add(FindingCodec.readFinding(from));
        }
        return new CheckResult(id, outcome, findings, from.readUTF(), FindingCodec.readCoverage(from), from.readLong());
    }
}
