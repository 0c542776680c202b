package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.delete;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.testing.ImpatientDatabase;
import io.graphtracker.testing.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A root with a backup that has the projects Garden and House; since then House was deleted and Boat was added. Events
 * are recorded, the clock can be set, and a step can be made to fail.
 */
abstract class RestoreFixture {

    @TempDir
    Path folder;

    final List<Object> events = new ArrayList<>();
    RestoreRoot root;
    AnnotationConfigApplicationContext context;
    RestoreService service;
    Backup backup;

    /** A backup with the projects Garden and House; since then House was deleted and Boat was added. */
    @BeforeEach
    void start() throws SQLException {
        root = RestoreRoot.create(folder, "Garden", "House");
        context = root.start(TestBeans.class, ImpatientDatabase.class);
        service = context.getBean(RestoreService.class);
        backup = backUp(context);
        delete(context, "House");
        add(context, "Boat");
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof RestoreEvent || event.getPayload() instanceof DatabaseReplaced) {
                events.add(event.getPayload());
            }
        });
    }

    @AfterEach
    void stop() {
        context.close();
    }

    /** A settable clock, and an action to run at a checkpoint of the switch. */
    static class TestBeans {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        AtomicReference<SwitchWatcher> watcher() {
            return new AtomicReference<>(checkpoint -> {});
        }

        @Bean
        SwitchWatcher switchWatcher(AtomicReference<SwitchWatcher> watcher) {
            return checkpoint -> watcher.get().accept(checkpoint);
        }
    }

    RestoreResult restore() {
        return service.restore(service.preview(new RestoreRequest.OfBackup(name())), "anna");
    }

    String name() {
        return backup.file().getFileName().toString();
    }

    interface Work {
        void run() throws Exception;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs an action once, when a step begins. Events are published on the restore's own thread. */
    void on(RestoreStep step, Work work) {
        AtomicReference<Work> once = new AtomicReference<>(work);
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload().equals(new RestoreEvent.Reached(step))) {
                Work first = once.getAndSet(null);
                if (first != null) {
                    quietly(first);
                }
            }
        });
    }

    @SuppressWarnings("unchecked")
    void after(DatabaseSwitch.Checkpoint checkpoint, Work work) {
        context.getBean("watcher", AtomicReference.class).set((SwitchWatcher) reached -> {
            if (reached == checkpoint) {
                quietly(work);
            }
        });
    }

    void restart(Class<?>... more) {
        context.close();
        context = root.start(
                Stream.concat(Stream.of(TestBeans.class), Stream.of(more)).toArray(Class<?>[]::new));
        service = context.getBean(RestoreService.class);
    }

    void assertUntouched() throws Exception {
        assertThat(projects(context)).containsExactly("Boat", "Garden");
        assertThat(root.namesBesideDatabase()).noneMatch(name -> name.startsWith("."));
    }

    static BackupException assertProblem(BackupProblem problem, ThrowingCallable work) {
        BackupException reason = catchThrowableOfType(BackupException.class, work);
        assertThat(reason).isNotNull();
        assertThat(reason.problem()).isEqualTo(problem);
        return reason;
    }
}
