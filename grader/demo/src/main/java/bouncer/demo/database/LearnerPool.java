package bouncer.demo.database;

import bouncer.demo.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Loads the reader's own {@code pool.SemaphorePool}. Stateless. */
final class LearnerPool {
    private static final String CLASS = "pool.SemaphorePool";

    private LearnerPool() {}

    /** Returns true if the pool can be created; otherwise prints why, before any database is started. */
    static boolean isWritten(Path classes) throws IOException {
        try (URLClassLoader loader = loader(classes)) {
            make(loader, 1, Object::new);
            return true;
        } catch (InvocationTargetException e) {
            Console.line("  Your SemaphorePool cannot be created: %s", String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException | LinkageError e) {
            Console.line("  Your SemaphorePool does not fit its contract: %s", e.toString());
        }
        return false;
    }

    /**
     * Creates a pool.
     *
     * @param classes directory of compiled classes
     * @throws ReflectiveOperationException if the class or a method of the contract is missing
     */
    static ConnectionSource pool(Path classes, Database database, int capacity)
            throws IOException, ReflectiveOperationException {
        Queue<Connection> made = new ConcurrentLinkedQueue<>();
        Supplier<Connection> factory = () -> {
            try {
                Connection connection = database.connect();
                made.add(connection);
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        };
        URLClassLoader loader = loader(classes);
        Object pool = make(loader, capacity, factory);
        Method acquire = pool.getClass().getMethod("acquire");
        Method release = pool.getClass().getMethod("release", Object.class);
        return new ConnectionSource() {
            @Override
            public Connection acquire() throws Exception {
                return (Connection) call(acquire, pool);
            }

            @Override
            public void release(Connection connection) throws Exception {
                call(release, pool, connection);
            }

            @Override
            public String name() {
                return "your SemaphorePool";
            }

            @Override
            public void close() throws Exception {
                for (Connection connection : made) {
                    connection.close();
                }
                loader.close();
            }
        };
    }

    private static URLClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, LearnerPool.class.getClassLoader());
    }

    private static Object make(ClassLoader loader, int capacity, Supplier<?> factory)
            throws ReflectiveOperationException {
        return loader.loadClass(CLASS).getConstructor(int.class, Supplier.class).newInstance(capacity, factory);
    }

    private static Object call(Method method, Object target, Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
