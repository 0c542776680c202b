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
 * Decides by the text of a schema alone whether it is ours: it has everything that ours has, and nothing that runs by
 * itself or could keep the application from reading or writing. Additional tables and ordinary indexes are allowed.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
final class SchemaDefinitionCheck {

    private static final Set<String> ORDER = Set.of("asc", "desc", ",", "(", ")");
    static final Set<String> KNOWN_COLLATIONS = Set.of("binary", "nocase", "rtrim");

    private final Map<String, SchemaObject> objects;

    SchemaDefinitionCheck(List<SchemaObject> objects) {
        this.objects =
                objects.stream().collect(Collectors.toMap(SchemaObject::key, Function.identity(), (one, other) -> one));
    }

    /** Requires that nothing runs by itself; otherwise the database must not even be queried. */
    static void requirePlain(List<SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (object.isVirtualTable()) {
                throw NotRestorableException.of(ProblemKind.VIRTUAL_TABLE, object.name());
            }
            if (object.type().equals("view")) {
                throw NotRestorableException.of(ProblemKind.VIEW, object.name());
            }
            if (object.type().equals("trigger")) {
                throw NotRestorableException.of(ProblemKind.TRIGGER, object.name());
            }
        }
        for (SchemaObject object : objects) {
            if (!object.isTable() && !object.isIndex() && !object.isOfSqlite()) {
                throw NotRestorableException.of(ProblemKind.SCHEMA, object.name());
            }
        }
    }

    /** Requires that Flyway's history is a plain table that can be read and appended to. */
    void requireHistory() {
        SchemaObject history = objects.get(SchemaObject.HISTORY);
        if (history == null || !history.isTable()) {
            throw NotRestorableException.of(ProblemKind.HISTORY);
        }
        if (history.tokens().stream().anyMatch(Set.of("check", "generated", "as", "references", "collate")::contains)) {
            throw NotRestorableException.of(ProblemKind.SCHEMA, history.name());
        }
    }

    /**
     * The last migration of a database.
     *
     * @throws NotRestorableException unless its migrations are those of this version up to that one
     */
    static SchemaVersion lastMigration(SchemaFingerprint fingerprint, List<SchemaVersion> known) {
        List<SchemaFingerprint.Migration> applied = fingerprint.history().stream()
                .filter(migration -> migration.version() != null)
                .toList();
        if (applied.isEmpty() || applied.stream().anyMatch(migration -> !migration.success())) {
            throw NotRestorableException.of(ProblemKind.HISTORY);
        }
        for (int index = 0; index < Math.min(applied.size(), known.size()); index++) {
            if (!isSame(applied.get(index), known.get(index))) {
                throw NotRestorableException.of(ProblemKind.HISTORY);
            }
        }
        if (applied.size() > known.size()) {
            throw NotRestorableException.of(
                    ProblemKind.NEWER,
                    String.valueOf(fingerprint.schemaVersion()),
                    known.getLast().version());
        }
        return known.get(applied.size() - 1);
    }

    private static boolean isSame(SchemaFingerprint.Migration applied, SchemaVersion known) {
        return Objects.equals(applied.version(), known.version())
                && Objects.equals(
                        applied.checksum(),
                        known.checksum() == null ? null : known.checksum().toString());
    }

    /** Requires everything that an expected schema has. */
    void requireMatches(ExpectedSchema expected) {
        expected.tables().forEach((name, definition) -> {
            SchemaObject table = objects.get(name);
            if (table == null || !table.isTable()) {
                throw NotRestorableException.of(ProblemKind.MISSING, name);
            }
            if (!TableDefinition.of(table).extendsOnly(definition)) {
                throw NotRestorableException.of(ProblemKind.SCHEMA, table.name());
            }
        });
        expected.indexes().forEach((name, index) -> {
            SchemaObject found = objects.get(name);
            if (found == null) {
                throw NotRestorableException.of(ProblemKind.MISSING, name);
            }
            if (!found.tokens().equals(index.tokens())) {
                throw NotRestorableException.of(ProblemKind.SCHEMA, found.name());
            }
        });
        objects.values().stream()
                .filter(object -> object.isIndex() && !expected.indexes().containsKey(object.key()))
                .filter(index -> expected.tables().containsKey(index.table())
                        || index.table().equals(SchemaObject.HISTORY))
                .filter(index -> !isOrdinary(index))
                .findAny()
                .ifPresent(index -> {
                    throw NotRestorableException.of(ProblemKind.INDEX, index.name(), index.table());
                });
    }

    /** A plain index of columns; another one could reject what the application writes. */
    private static boolean isOrdinary(SchemaObject index) {
        List<String> tokens = index.tokens();
        // create index NAME on TABLE ( … )
        if (index.isUniqueIndex() || tokens.lastIndexOf("(") != 5 || tokens.indexOf(")") != tokens.size() - 1) {
            return false;
        }
        for (int at = 5; at < tokens.size(); at++) {
            String token = tokens.get(at);
            boolean afterCollate = tokens.get(at - 1).equals("collate");
            // a name that needs its quotes keeps the opening one
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
