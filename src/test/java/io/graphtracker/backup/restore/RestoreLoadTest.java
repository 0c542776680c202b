package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Backups are restored again and again, while four threads work. */
class RestoreLoadTest {

    private static final Logger log = LoggerFactory.getLogger(RestoreLoadTest.class);

    private static final int WORKERS = 4;
    private static final int RESTORES = 10;

    @TempDir
    Path folder;

    /** The committed rows, each of which must be in a database or a backup. */
    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    @Timeout(300)
    void nobodysTransactionIsCutOffAndNothingCommittedIsLost() throws Exception {
        RestoreRoot root = RestoreRoot.create(folder, "Garden");
        Set<String> kept = new HashSet<>();
        try (AnnotationConfigApplicationContext context = root.start();
                ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            RestoreService service = context.getBean(RestoreService.class);
            String backup = RestoreRoot.backUp(context).file().getFileName().toString();
            List<CompletableFuture<Void>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(CompletableFuture.runAsync(() -> work(context.getBean(DataSource.class)), threads));
            }
            try {
                for (int i = 0; i < RESTORES; i++) {
                    int before = committed.size();
                    while (committed.size() < before + 20) {
                        Thread.onSpinWait();
                    }
                    RestoreResult result =
                            service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna");
                    kept.addAll(wholePairs(RestoreRoot.projects(root.backups().resolve(result.safetyBackup()))));
                }
            } finally {
                over.set(true);
            }
            for (CompletableFuture<Void> worker : workers) {
                worker.get(60, TimeUnit.SECONDS);
            }
            kept.addAll(wholePairs(RestoreRoot.projects(context)));
        }
        log.info("{} restores while {} transactions were committed", RESTORES, committed.size());
        assertThat(kept).isEqualTo(committed);
    }

    /** Adds pairs of projects, each pair in one transaction. */
    private void work(DataSource dataSource) {
        try {
            while (!over.get()) {
                String pair = UUID.randomUUID().toString().substring(0, 30);
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    for (String half : List.of(":a", ":b")) {
                        statement.execute("insert into project (id, name, archived, created_at, updated_at) values ('"
                                + pair + half + "', '" + pair + half + "', 0, 0, 0)");
                    }
                    connection.commit();
                }
                committed.add(pair);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pairs in a database, which must have both halves of each. */
    private static Set<String> wholePairs(List<String> projects) {
        assertThat(projects).contains("Garden");
        Set<String> first = halves(projects, ":a");
        assertThat(halves(projects, ":b")).isEqualTo(first);
        return first;
    }

    private static Set<String> halves(List<String> projects, String half) {
        return projects.stream()
                .filter(name -> name.endsWith(half))
                .map(name -> name.substring(0, name.length() - 2))
                .collect(Collectors.toSet());
    }
}
