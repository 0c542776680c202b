package io.graphtracker.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Connections below the pool that fail at a chosen moment as SQLite does: after a full disk or a fault it has rolled
 * back.
 */
class FailingConnections extends DelegatingDataSource {

    /** The calls of a connection. */
    enum Moment {
        BEGIN,
        STATEMENT,
        COMMIT
    }

    /**
     * When to fail, and how.
     *
     * @param number of the call of its kind, from 1
     */
    record Plan(Moment moment, int number, SQLiteErrorCode code) {

        Plan next() {
            return new Plan(moment, number - 1, code);
        }
    }

    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> watcher = new AtomicReference<>();

    FailingConnections(DataSource target) {
        super(target);
    }

    void failAt(Moment moment, int number, SQLiteErrorCode code) {
        plan.set(new Plan(moment, number, code));
    }

    /** Calls somebody after each statement, and before each commit; null for nobody. */
    void watch(@Nullable Runnable newWatcher) {
        watcher.set(newWatcher);
    }

    /** Whether nothing has failed yet. */
    boolean isPending() {
        return plan.getAndSet(null) != null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "setAutoCommit" -> {
                    if (arguments[0].equals(false)) {
                        reach(Moment.BEGIN, real);
                    }
                }
                case "commit" -> reach(Moment.COMMIT, real);
                default -> {}
            }
            Object result = call(real, method, arguments);
            return result instanceof Statement statement ? failing(statement, real) : result;
        });
    }

    private Statement failing(Statement real, Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            if (method.getName().startsWith("execute")) {
                // after it: what the statement did has to be undone
                reach(Moment.STATEMENT, connection);
            }
            return result;
        };
        return real instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private void reach(Moment moment, Connection connection) throws SQLException {
        Runnable watching = watcher.get();
        if (watching != null && moment != Moment.BEGIN) {
            watching.run();
        }
        Plan reached = plan.updateAndGet(next -> next == null || next.moment() != moment ? next : next.next());
        if (reached != null && reached.moment() == moment && reached.number() == 0) {
            plan.set(null);
            if (moment != Moment.BEGIN && reached.code() != SQLiteErrorCode.SQLITE_BUSY) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("rollback");
                }
            }
            throw new SQLiteException("[" + reached.code() + "] injected", reached.code());
        }
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FailingConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
