package bouncer.worker.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The address on which the parent process waits for a worker: a Unix-domain socket in a private directory, which needs
 * no network and which no other user can open; a loopback port only if the system has no such sockets.
 */
public final class Endpoint implements AutoCloseable {
    private static final int LONGEST_PATH = 90;
    private final ServerSocketChannel server;
    private final String address;

    private Endpoint(ServerSocketChannel server, String address) {
        this.server = server;
        this.address = address;
    }

    /** The two streams of an open connection. One thread may read while another one writes. */
    public record Connection(SocketChannel socket, InputStream in, OutputStream out) implements AutoCloseable {
        private static Connection of(SocketChannel socket) {
            return new Connection(socket, ChannelStreams.in(socket), ChannelStreams.out(socket));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Opens an endpoint. Called by the parent. */
    public static Endpoint open(Path directory) throws IOException {
        Path path = directory.resolve("w").toAbsolutePath();
        if (path.toString().length() <= LONGEST_PATH) {
            try {
                Files.deleteIfExists(path);
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                server.bind(UnixDomainSocketAddress.of(path), 1);
                if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                    // The worker may run as another user; the permissions of the directory exclude all others.
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
                }
                return new Endpoint(server, "unix:" + path);
            } catch (UnsupportedOperationException e) {
                return loopback();
            }
        }
        return loopback();
    }

    private static Endpoint loopback() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new Endpoint(server, "tcp:" + port);
    }

    /** Returns the address for {@link #connect}, which the worker gets as an argument. */
    public String address() {
        return address;
    }

    /**
     * Waits for a worker and returns the connection. Called by the parent; {@link #close} in another thread ends the
     * wait.
     */
    public Connection accept() throws IOException {
        return Connection.of(server.accept());
    }

    /**
     * Connects to the parent. Called by the worker.
     *
     * @param address {@code unix:/path} or {@code tcp:port}
     */
    public static Connection connect(String address) throws IOException {
        List<String> parts = List.of(address.split(":", 2));
        return parts.get(0).equals("unix")
                ? Connection.of(SocketChannel.open(UnixDomainSocketAddress.of(parts.get(1))))
                : Connection.of(SocketChannel.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(parts.get(1)))));
    }

    /** Ends the wait for a worker and removes the socket; an open connection stays open. */
    @Override
    public void close() throws IOException {
        if (!server.isOpen()) {
            // Already closed; another endpoint may use the same path by now.
            return;
        }
        server.close();
        if (address.startsWith("unix:")) {
            Files.deleteIfExists(Path.of(address.substring("unix:".length())));
        }
    }
}
