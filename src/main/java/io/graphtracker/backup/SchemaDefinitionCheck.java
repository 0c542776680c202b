package io.graphtracker.backup;

import io.graphtracker.database.SchemaVersion;
import io.graphtracker.database.sqlite.SchemaFingerprint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says, by the words of a schema alone, whether it is ours: all that ours has, and beside it nothing that acts by itself, or
 * could keep the application from reading and writing. Tables and indexes that somebody added are none of our business.
 */
final class SchemaDefinitionCheck {

    private static final Set<String> ORDER = Set.of("asc", "desc", ",", "(", ")");
    static final Set<String> KNOWN_COLLATIONS = Set.of("binary", "nocase", "rtrim");

    private final Map<String, SchemaObject> objects;

    SchemaDefinitionCheck(List<SchemaObject> objects) {
        this.objects =
                objects.stream().collect(Collectors.toMap(SchemaObject::key, Function.identity(), (one, other) -> one));
    }

    /** Makes sure that nothing acts by itself, whoever made it: nothing may be asked of such a database. */
    static void requirePlain(List<SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (object.isVirtualTable()) {
                throw NotRestorableException.of("virtual-table", object.name());
            }
            if (object.type().equals("view")) {
                throw NotRestorableException.of("view", object.name());
            }
            if (object.type().equals("trigger")) {
                throw NotRestorableException.of("trigger", object.name());
            }
        }
        for (SchemaObject object : objects) {
            if (!object.isTable() && !object.isIndex() && !object.isOfSqlite()) {
                throw NotRestorableException.of("schema", object.name());
            }
        }
    }

    /** Makes sure that the table of migrations is a table that can be read and added to. */
    void requireHistory() {
        SchemaObject history = objects.get(SchemaObject.HISTORY);
        if (history == null || !history.isTable()) {
            throw NotRestorableException.of("history");
        }
        if (history.tokens().stream().anyMatch(Set.of("check", "generated", "as", "references", "collate")::contains)) {
            throw NotRestorableException.of("schema", history.name());
        }
    }

    /**
     * The last step that made a database.
     *
     * @throws NotRestorableException if not all of them up to it did, or others
     */
    static SchemaVersion lastStep(SchemaFingerprint identity, List<SchemaVersion> known) {
        List<SchemaFingerprint.Migration> made = identity.history().stream()
                .filter(migration -> migration.version() != null)
                .toList();
        if (made.isEmpty() || made.stream().anyMatch(migration -> !migration.success())) {
            throw NotRestorableException.of("history");
        }
        for (int step = 0; step < Math.min(made.size(), known.size()); step++) {
            if (!isSame(made.get(step), known.get(step))) {
                throw NotRestorableException.of("history");
            }
        }
        if (made.size() > known.size()) {
            throw NotRestorableException.of(
                    "newer",
                    String.valueOf(identity.schemaVersion()),
                    known.getLast().version());
        }
        return known.get(made.size() - 1);
    }

    private static boolean isSame(SchemaFingerprint.Migration made, SchemaVersion known) {
        return Objects.equals(made.version(), known.version())
                && Objects.equals(
                        made.checksum(),
                        known.checksum() == null ? null : known.checksum().toString());
    }

    /** Makes sure that it is ours. */
    void requireLike(ExpectedSchema reference) {
        reference.tables().forEach((name, definition) -> {
            SchemaObject table = objects.get(name);
            if (table == null || !table.isTable()) {
                throw NotRestorableException.of("missing", name);
            }
            if (!TableDefinition.of(table).isWithMore(definition)) {
                throw NotRestorableException.of("schema", table.name());
            }
        });
        reference.indexes().forEach((name, index) -> {
            SchemaObject found = objects.get(name);
            if (found == null) {
                throw NotRestorableException.of("missing", name);
            }
            if (!found.tokens().equals(index.tokens())) {
                throw NotRestorableException.of("schema", found.name());
            }
        });
        objects.values().stream()
                .filter(object -> object.isIndex() && !reference.indexes().containsKey(object.key()))
                .filter(index -> reference.tables().containsKey(index.table())
                        || index.table().equals(SchemaObject.HISTORY))
                .filter(index -> !isOrdinary(index))
                .findAny()
                .ifPresent(index -> {
                    throw NotRestorableException.of("index", index.name(), index.table());
                });
    }

    /** An index of columns. Others could refuse what the application writes. */
    private static boolean isOrdinary(SchemaObject index) {
        List<String> tokens = index.tokens();
        // create index NAME on TABLE ( … )
        if (index.isUniqueIndex() || tokens.lastIndexOf("(") != 5 || tokens.indexOf(")") != tokens.size() - 1) {
            return false;
        }
        for (int at = 5; at < tokens.size(); at++) {
            String token = tokens.get(at);
            boolean afterCollate = tokens.get(at - 1).equals("collate");
            // a quoted name that would not do without quotes keeps one
            boolean name = Character.isLetter(token.charAt(0)) || "_\"".indexOf(token.charAt(0)) >= 0;
            boolean column = name && Set.of("(", ",").contains(tokens.get(at - 1));
            if (!ORDER.contains(token)
                    && !token.equals("collate")
                    && !column
                    && !(afterCollate && KNOWN_COLLATIONS.contains(token))) {
                return false;
            }
        }
        return true;
    }
}
