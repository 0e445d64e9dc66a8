package bouncer.demo.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool of connections, HikariCP or the reader's own. Thread-safe if the pool behind it is. */
interface ConnectionSource extends AutoCloseable {

    /** Waits until a connection is free and takes it. */
    Connection acquire() throws Exception;

    /** Gives a connection back. */
    void release(Connection connection) throws Exception;

    /** Returns the pool's name for display. */
    String name();

    @Override
    void close() throws Exception;

    /** Opens a HikariCP pool, which is widely used. */
    static ConnectionSource hikari(Database database, int capacity) throws InterruptedException {
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
        // HikariCP opens its connections one after another in the background; clients that arrive earlier would only
        // measure that time.
        for (int i = 0; i < 1_000 && source.getHikariPoolMXBean().getTotalConnections() < capacity; i++) {
            Thread.sleep(20);
        }
        return new ConnectionSource() {
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
}
