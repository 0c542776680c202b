package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DatabaseFaultTest {

    @Test
    void aServerThatDoesNotRunIsNotBusy() throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + freePort() + "/plans");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(DatabaseFault.of(catchThrowable(pool::getConnection)))
                    .map(DatabaseFault::slug)
                    .contains("unreachable");
        }
    }

    @Test
    void aPoolWithoutAConnectionLeftIsBusy() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite::memory:");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection only = pool.getConnection()) {
            assertThat(only.isClosed()).isFalse();
            assertThat(DatabaseFault.of(new IllegalStateException(catchThrowable(pool::getConnection))))
                    .contains(DatabaseFault.BUSY);
        }
    }

    @Test
    void whatAPoolKnowsOfSqliteCountsMore() {
        SQLException locked = new SQLiteException("locked", SQLiteErrorCode.SQLITE_BUSY);

        assertThat(DatabaseFault.of(new SQLTransientConnectionException("none", locked)))
                .contains(DatabaseFault.LOCKED);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
