package io.graphtracker.backup;

import io.graphtracker.testing.PlainContext;
import io.graphtracker.testing.SettableClock;
import io.graphtracker.testing.StubVolumeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * All beans of {@code backup} that need neither pages nor web, in a root with the database {@code live.db} and the
 * folder {@code backups}. Time stands still at {@link #NOW}.
 */
public final class TestBackups implements AutoCloseable {

    /** In UTC. */
    public static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T21:30:00");

    private final Path root;
    private final AnnotationConfigApplicationContext context;
    private final List<Object> events = new CopyOnWriteArrayList<>();

    private TestBackups(Path root, Class<?>... stubs) {
        this.root = root;
        this.context = PlainContext.start(root, beans -> {
            beans.registerBean(TestSchema.class, definition -> definition.setPrimary(true));
            beans.registerBean(SettableClock.class, definition -> definition.setPrimary(true));
            beans.registerBean(StubVolumeSpace.class, definition -> definition.setPrimary(true));
            for (Class<?> stub : stubs) {
                beans.registerBean(stub, definition -> definition.setPrimary(true));
            }
            beans.addApplicationListener(ApplicationListener.forPayload(events::add));
        });
        at(NOW);
    }

    /**
     * Starts them in an empty folder.
     *
     * @param stubs classes of beans that replace others
     */
    public static TestBackups start(Path root, Class<?>... stubs) throws IOException, SQLException {
        TestDatabase.create(root.resolve("live.db"));
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");
        Files.createDirectory(root.resolve("backups"));
        return new TestBackups(root, stubs);
    }

    /** Starts them in a folder where they were started before. */
    public static TestBackups resume(Path root, Class<?>... stubs) {
        return new TestBackups(root, stubs);
    }

    public Path root() {
        return root;
    }

    public Path folder() {
        return root.resolve("backups");
    }

    public Path file(String name) {
        return folder().resolve(name);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Registers a listener for events of this type. */
    public <T> void on(Class<T> type, Runnable listener) {
        ApplicationListener<PayloadApplicationEvent<Object>> all = ApplicationListener.forPayload(event -> {
            if (type.isInstance(event)) {
                listener.run();
            }
        });
        context.addApplicationListener(all);
    }

    /** The number of events of this type. */
    public long published(Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    /** Sets the clock. */
    public void at(LocalDateTime time) {
        bean(SettableClock.class).set(time.toInstant(ZoneOffset.UTC));
    }

    public void advance(Duration duration) {
        bean(SettableClock.class).advance(duration);
    }

    public Instant now() {
        return bean(SettableClock.class).instant();
    }

    /** Makes a backup. */
    public Path make() {
        return bean(BackupService.class).backUp("local").file();
    }

    /** Makes a backup of a kind, and returns its name. */
    public String make(BackupKind kind) {
        return bean(BackupService.class)
                .backUp(kind, "local")
                .file()
                .getFileName()
                .toString();
    }

    /** Makes a backup, advances the clock by a minute, and returns the backup's name. */
    public String makeNamed() {
        String name = make().getFileName().toString();
        advance(Duration.ofMinutes(1));
        return name;
    }

    @Override
    public void close() {
        context.close();
    }
}
