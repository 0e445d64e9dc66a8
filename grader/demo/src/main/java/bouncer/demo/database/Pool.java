package bouncer.demo.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Constructor;
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

/** A pool of connections, whoever wrote it. Thread-safe if the pool behind it is. */
interface Pool extends AutoCloseable {

    /** Waits until a connection is free and takes it. */
    Connection acquire() throws Exception;

    /** Gives it back. */
    void release(Connection connection) throws Exception;

    /** Whose pool it is, for people. */
    String name();

    @Override
    void close() throws Exception;

    /** The pool that much of the world uses. */
    static Pool hikari(Database database, int capacity) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        if (database instanceof H2) {
            config.setUsername("sa");
            config.setPassword("");
        }
        config.setMaximumPoolSize(capacity);
        config.setMinimumIdle(capacity);
        config.setConnectionTimeout(120_000);
        HikariDataSource source = new HikariDataSource(config);
        // It opens its connections one after the other in the background; clients that come meanwhile would only
        // show how long that takes.
        for (int i = 0; i < 1_000 && source.getHikariPoolMXBean().getTotalConnections() < capacity; i++) {
            Thread.sleep(20);
        }
        return new Pool() {
            @Override
            public Connection acquire() throws SQLException {
                return source.getConnection();
            }

            @Override
            public void release(Connection connection) throws SQLException {
                connection.close();
            }

            @Override
            public String name() {
                return "HikariCP";
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    /**
     * The reader's own {@code pool.SemaphorePool}.
     *
     * @param classes directory of compiled classes
     * @throws ReflectiveOperationException if the class or a method of the contract is not there
     */
    static Pool mine(Path classes, Database database, int capacity) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Pool.class.getClassLoader());
        Class<?> type = loader.loadClass("pool.SemaphorePool");
        Constructor<?> constructor = type.getConstructor(int.class, Supplier.class);
        Method acquire = type.getMethod("acquire");
        Method release = type.getMethod("release", Object.class);
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
        Object pool = constructor.newInstance(capacity, factory);
        return new Pool() {
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

    private static Object call(Method method, Object target, Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
