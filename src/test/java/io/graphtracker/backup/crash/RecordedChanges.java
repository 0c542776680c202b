package io.graphtracker.backup.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes of a process in a folder, call by call, and when each of them was forced to the disk. */
final class RecordedChanges {

    private final Path rootPath;
    private final DiskNode root = DiskNode.folder();
    private final List<Change> changes = new ArrayList<>();
    private final SortedSet<Integer> points = new TreeSet<>();

    /** The content of a file after a number of its changes, if none of them was lost. */
    private final Map<DiskNode, Map<Integer, FileContent>> wholes = new IdentityHashMap<>();

    RecordedChanges(Path rootPath, FileTree before, List<FileCall> calls) {
        this.rootPath = rootPath;
        start(before);
        for (int at = 0; at < calls.size(); at++) {
            note(at, calls.get(at));
        }
        points.add(calls.size());
    }

    /**
     * The moments when most changes may be lost, and those after the process printed a line, as numbers of completed
     * calls.
     */
    SortedSet<Integer> points() {
        return points;
    }

    private void start(FileTree before) {
        before.folders().forEach(path -> put(path, DiskNode.folder()));
        before.files().forEach((path, content) -> put(path, DiskNode.file(content)));
    }

    private void put(Path path, DiskNode node) {
        DiskNode folder = path.getParent() == null ? root : node(rootPath.resolve(path.getParent()));
        folder.entriesBefore.put(path.getFileName().toString(), node);
        folder.entries.put(path.getFileName().toString(), node);
    }

    private void note(int at, FileCall call) {
        switch (call) {
            case FileCall.Create(Path file) -> {
                if (!node(file.getParent()).entries.containsKey(name(file))) {
                    change(at, null, entry(file, DiskNode.file(FileContent.EMPTY)));
                }
            }
            case FileCall.MakeFolder(Path folder) -> change(at, null, entry(folder, DiskNode.folder()));
            case FileCall.Write(Path file, long offset, byte[] data) ->
                changes.add(Change.of(at, node(file), offset, data));
            case FileCall.Truncate(Path file, long size) -> changes.add(Change.of(at, node(file), size, null));
            case FileCall.Link(Path file, Path link) -> change(at, null, entry(link, node(file)));
            case FileCall.Delete(Path path) -> change(at, null, entry(path, null));
            case FileCall.Rename(Path from, Path to) ->
                change(at, renameTo(from), entry(from, null), entry(to, node(from)));
            case FileCall.Sync(Path path, int begun) -> {
                points.add(at);
                DiskNode node = node(path);
                changes.stream().filter(change -> change.isDoneAt(begun)).forEach(change -> change.force(node, at));
            }
            case FileCall.Said(String line) -> points.add(at + 1);
        }
    }

    private void change(int at, @Nullable Change follows, Change.Entry... entries) {
        changes.add(Change.of(at, List.of(entries), follows));
        for (Change.Entry entry : entries) {
            set(entry.folder().entries, entry);
        }
    }

    private static void set(Map<String, DiskNode> entries, Change.Entry entry) {
        if (entry.node() == null) {
            entries.remove(entry.name());
        } else {
            entries.put(entry.name(), entry.node());
        }
    }

    private @Nullable Change renameTo(Path path) {
        DiskNode folder = node(path.getParent());
        Change last = null;
        for (Change change : changes) {
            last = change.sets(folder, name(path)) ? change : last;
        }
        return last != null && last.isRename() ? last : null;
    }

    private Change.Entry entry(Path path, @Nullable DiskNode node) {
        return new Change.Entry(node(path.getParent()), name(path), node);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private DiskNode node(Path path) {
        DiskNode node = root;
        if (!path.equals(rootPath)) {
            for (Path name : rootPath.relativize(path)) {
                node = node.entries.get(name.toString());
                if (node == null) {
                    throw new IllegalStateException("The record does not say where " + path + " comes from");
                }
            }
        }
        return node;
    }

    /** The changes that a crash at a moment may lose: writes to files, or entries of folders. */
    List<Change> mayBeLost(int point, boolean ofFiles) {
        return changes.stream()
                .filter(change -> change.isOfFile() == ofFiles && change.mayBeLostAt(point))
                .toList();
    }

    /** The state of the disk after a crash at a moment, given the fates of the changes that may be lost. */
    FileTree state(int point, Map<Change, Change.Fate> fates) {
        Map<DiskNode, Map<String, DiskNode>> folders = new IdentityHashMap<>();
        Set<Change> lost = new HashSet<>();
        for (Change change : changes) {
            if (!change.isOfFile() && change.isDoneAt(point)) {
                if (fates.get(change) == Change.Fate.LOST
                        || (change.follows() != null && lost.contains(change.follows()))) {
                    lost.add(change);
                } else {
                    change.entries().forEach(entry -> set(entries(entry.folder(), folders), entry));
                }
            }
        }
        FileTree state = new FileTree(new TreeMap<>(), new TreeSet<>());
        collect(Path.of(""), root, folders, state, node -> content(node, point, fates));
        return state;
    }

    private static Map<String, DiskNode> entries(DiskNode folder, Map<DiskNode, Map<String, DiskNode>> folders) {
        return folders.computeIfAbsent(folder, unchanged -> new TreeMap<>(unchanged.entriesBefore));
    }

    private static void collect(
            Path path,
            DiskNode folder,
            Map<DiskNode, Map<String, DiskNode>> folders,
            FileTree state,
            Function<DiskNode, FileContent> content) {
        entries(folder, folders).forEach((name, node) -> {
            Path below = path.resolve(name);
            if (node.isFolder()) {
                state.folders().add(below);
                collect(below, node, folders, state, content);
            } else {
                state.files().put(below, content.apply(node));
            }
        });
    }

    private FileContent content(DiskNode file, int point, Map<Change, Change.Fate> fates) {
        List<Change> made = changes.stream()
                .filter(change -> change.isOf(file) && change.isDoneAt(point))
                .toList();
        boolean whole = made.stream().allMatch(change -> fate(change, fates) == Change.Fate.WHOLE);
        return whole
                ? wholes.computeIfAbsent(file, unknown -> new HashMap<>())
                        .computeIfAbsent(made.size(), unknown -> content(file, made, fates))
                : content(file, made, fates);
    }

    private static FileContent content(DiskNode file, List<Change> made, Map<Change, Change.Fate> fates) {
        if (made.isEmpty()) {
            return file.before;
        }
        byte[] content = file.before.bytes().clone();
        for (Change change : made) {
            content = change.applyTo(content, fate(change, fates));
        }
        return new FileContent(content);
    }

    private static Change.Fate fate(Change change, Map<Change, Change.Fate> fates) {
        return fates.getOrDefault(change, Change.Fate.WHOLE);
    }
}
