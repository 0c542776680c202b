package io.graphtracker.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.graphtracker.database.DatabaseUrl.Postgresql;
import io.graphtracker.database.DatabaseUrl.Sqlite;
import io.graphtracker.database.sqlite.DatabaseTimeouts;
import io.graphtracker.database.sqlite.SideFiles;
import io.graphtracker.database.sqlite.SqliteDataSource;
import io.graphtracker.database.sqlite.SqliteLibrary;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.environment.ServerOnly;
import io.graphtracker.environment.StartupException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the data source: a gate in front of a small pool of connections to the database in {@code DATABASE_URL}. */
@ServerOnly
@Configuration(proxyBeanMethods = false)
class DataSourceConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DataSourceConfiguration.class);

    /** Transactions take milliseconds, and SQLite has a single writer. */
    private static final int POOL_SIZE = 5;

    @Bean
    GatedDataSource dataSource(
            DatabaseUrl url,
            ProjectRoot root,
            ObjectProvider<DatabasePreflight> preparations,
            ObjectProvider<DatabaseTimeouts> custom) {
        if (url instanceof Sqlite) {
            // first: if the library cannot be loaded, every database seems to be damaged
            SqliteLibrary.load(root);
        }
        DatabaseTimeouts timeouts = custom.getIfAvailable(() -> DatabaseTimeouts.DEFAULT);
        List<DatabasePreflight> all = preparations.orderedStream().toList();
        if (url instanceof Sqlite(Path file)) {
            all.forEach(preparation -> preparation.prepare(file));
            SideFiles.check(file);
            beforeMigration(file, all);
        }
        AtomicBoolean first = new AtomicBoolean(true);
        return new GatedDataSource(
                () -> {
                    requireOpenable(url, all);
                    return open(url, first.getAndSet(false), timeouts);
                },
                timeouts.replacement());
    }

    private static void beforeMigration(Path file, List<DatabasePreflight> all) {
        try {
            for (DatabasePreflight preparation : all) {
                preparation.beforeMigration(file);
            }
        } catch (SQLException e) {
            log.debug("The database cannot be read", e);
            throw DatabaseFailureAnalyzer.explain(file.toString(), e);
        }
    }

    private static void requireOpenable(DatabaseUrl url, List<DatabasePreflight> all) {
        if (url instanceof Sqlite(Path file) && !all.stream().allMatch(preparation -> preparation.mayBeOpened(file))) {
            throw new IllegalStateException(
                    "The exchange of the database's file is neither finished nor undone; the next start does one of"
                            + " the two.");
        }
    }

    /**
     * Opens a pool.
     *
     * @param first whether a missing database may be created; later, it would look as if all projects were lost
     * @see "docs/decisions/2026-11-24-no-database-made-anew.md"
     */
    private static HikariDataSource open(DatabaseUrl url, boolean first, DatabaseTimeouts timeouts) {
        return switch (url) {
            case Sqlite(Path file) -> {
                if (first) {
                    DatabaseFolder.prepare(file);
                }
                yield connect(url, () -> open(new SqliteDataSource(file, timeouts), timeouts));
            }
            case Postgresql postgresql -> connect(url, () -> open(postgresql));
        };
    }

    /** A pool of connections to a SQLite database. */
    static HikariDataSource open(DataSource sqlite, DatabaseTimeouts timeouts) {
        BrokenConnections broken = new BrokenConnections();
        HikariConfig config = pool();
        config.setDataSource(sqlite);
        config.setConnectionTimeout(timeouts.connection().toMillis());
        config.setExceptionOverride(broken);
        HikariDataSource pool = new HikariDataSource(config);
        broken.belongTo(pool);
        return pool;
    }

    private static HikariDataSource open(Postgresql database) {
        HikariConfig config = pool();
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        // the driver takes an empty password literally, but with null it uses PGPASSWORD or .pgpass
        config.setPassword(database.password().isEmpty() ? null : database.password());
        return new HikariDataSource(config);
    }

    private static HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setMaximumPoolSize(POOL_SIZE);
        return config;
    }

    private static HikariDataSource connect(DatabaseUrl url, Supplier<HikariDataSource> opener) {
        try {
            return opener.get();
        } catch (PoolInitializationException e) {
            log.debug("The database cannot be opened", e);
            throw switch (url) {
                case Sqlite(Path file) -> DatabaseFailureAnalyzer.explain(file.toString(), e);
                case Postgresql postgresql ->
                    new StartupException(
                            "The PostgreSQL database that DATABASE_URL names cannot be reached, or refuses its user.",
                            "Start the server, or correct DATABASE_URL, and start again.");
            };
        }
    }
}
