package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.crash.CrashStates;
import io.graphtracker.backup.crash.FileCall;
import io.graphtracker.backup.crash.FileTree;
import io.graphtracker.backup.crash.RecordedCalls;
import io.graphtracker.backup.crash.SyscallTrace;
import io.graphtracker.testing.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a power cut leaves of a backup that is being deleted, unpublished or not. The sweep finds a checksum and a manifest
 * only by the name of the part file they belong to, so that file must be the last to go.
 *
 * @see BackupDurabilityTest
 */
@Timeout(60)
class PartFileDurabilityTest {

    private static final BackupName NAME = PartFileProcess.NAME;

    private static final Set<String> WHOLE = Set.of(NAME.file(), NAME.checksum(), NAME.manifest());

    private static final List<Set<String>> NOTHING = List.of(Set.of());

    private static final List<Set<String>> EITHER = List.of(Set.of(), WHOLE);

    @TempDir(factory = MemoryFolder.class)
    Path temporary;

    private Path root;
    private Path folder;

    @BeforeAll
    static void requireStrace() throws Exception {
        SyscallTrace.require();
    }

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectory(temporary.resolve("root")).toRealPath();
        folder = Files.createDirectory(root.resolve("backups"));
    }

    @ParameterizedTest
    @EnumSource
    void thePartIsDeletedAfterWhatBelongsToIt(PartFileProcess.Way way) throws Exception {
        RecordedCalls calls = RecordedCalls.of(delete(way));

        int part = calls.first(new FileCall.Delete(folder.resolve(NAME.part())));
        for (String name : List.of(NAME.checksum(), NAME.manifest())) {
            int deleted = calls.first(new FileCall.Delete(folder.resolve(name)));
            assertThat(calls.isForced(folder, deleted, part))
                    .as("the deletion of %s", name)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterACrashTheNextSweepDeletesTheRest(PartFileProcess.Way way) throws Exception {
        prepare(way);
        FileTree before = FileTree.of(root);
        List<FileCall> calls = delete(way);
        int done = RecordedCalls.of(calls).said(PartFileProcess.DONE);
        CrashStates states = CrashStates.of(root, before, calls, 80);

        for (int point : states.points()) {
            for (FileTree state : states.at(point)) {
                Path crashed = temporary.resolve("crashed");
                state.writeTo(crashed);

                BackupFolder.prepare(crashed.resolve("backups")).deleteLeftovers();

                assertThat(FolderContents.of(crashed.resolve("backups")).names())
                        .as("after a crash that leaves %s", state)
                        .isIn(way == PartFileProcess.Way.PUBLISHED && point <= done ? EITHER : NOTHING);
                FileTree.delete(crashed);
            }
        }
    }

    private List<FileCall> delete(PartFileProcess.Way way) throws Exception {
        prepare(way);
        Path trace = temporary.resolve("trace.txt");
        try (ChildProcess child =
                ChildProcess.startAfter(SyscallTrace.recording(trace), PartFileProcess.class, temporary, way, folder)) {
            child.line(PartFileProcess.DONE::equals);
            child.awaitEnd();
        }
        return SyscallTrace.read(trace, root);
    }

    private void prepare(PartFileProcess.Way way) throws IOException {
        List<String> names = switch (way) {
            case CANCELLED -> List.of();
            case LEFT_BEHIND -> List.of(NAME.part(), NAME.checksum(), NAME.manifest());
            case PUBLISHED -> List.copyOf(WHOLE);
        };
        for (String name : names) {
            Files.writeString(folder.resolve(name), "left");
        }
    }
}
