package io.graphtracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.testing.HttpCalls;
import io.graphtracker.testing.RunningServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** A request that waits inside SQLite holds its thread; there must be others for everybody else. */
class WaitingWritersTest extends RunningServer {

    private static final String PATH = "/test/write";
    private static final int WRITERS = Runtime.getRuntime().availableProcessors();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private DatabaseUrl database;

    @Autowired
    private Writer writer;

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        Writer writer(DatabaseUrl database) {
            return new Writer(database);
        }

        @Bean
        ServletRegistrationBean<Writer> writerRegistration(Writer writer) {
            return new ServletRegistrationBean<>(writer, PATH);
        }
    }

    /**
     * Waits for the write lock, longer than the test is patient, on a connection of its own: the pool has but a few.
     */
    static class Writer extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient DatabaseUrl database;
        private final transient CountDownLatch begun = new CountDownLatch(WRITERS);

        Writer(DatabaseUrl database) {
            this.database = database;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = 60000");
                begun.countDown();
                statement.execute("begin immediate");
                statement.execute("rollback");
            } catch (SQLException e) {
                throw new ServletException(e);
            }
        }
    }

    private static Connection connect(DatabaseUrl database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + ((DatabaseUrl.Sqlite) database).file());
    }

    @Test
    void asManyWritersAsProcessorsDoNotKeepOthersWaiting() throws Exception {
        List<CompletableFuture<Integer>> writes = new ArrayList<>();
        try (ExecutorService clients = Executors.newCachedThreadPool();
                Connection other = connect(database);
                Statement lock = other.createStatement()) {
            lock.execute("begin immediate");
            try {
                for (int i = 0; i < WRITERS; i++) {
                    writes.add(CompletableFuture.supplyAsync(() -> statusOf(PATH), clients));
                }
                assertThat(writer.begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("all of them are served")
                        .isTrue();

                CompletableFuture<Integer> page = CompletableFuture.supplyAsync(() -> statusOf("/"), clients);

                assertThatCode(() -> assertThat(page.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                                .isEqualTo(200))
                        .doesNotThrowAnyException();
                assertThat(writes).as("still waiting").noneMatch(CompletableFuture::isDone);
            } finally {
                lock.execute("rollback");
            }
        }
        assertThat(writes).extracting(CompletableFuture::join).containsOnly(200);
    }

    private int statusOf(String path) {
        try {
            return HttpCalls.call(port(), "GET", path).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
