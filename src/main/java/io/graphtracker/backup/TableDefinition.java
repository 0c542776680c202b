package io.graphtracker.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A {@code CREATE TABLE} statement, taken apart.
 *
 * @param parts columns and table constraints, each as its tokens
 * @param options what follows them, for example {@code strict}
 */
record TableDefinition(List<List<String>> parts, List<String> options) {

    /** The words of column constraints that restrict more than the type. */
    private static final Set<String> RULES = Set.of(
            "constraint", "primary", "unique", "check", "collate", "references", "generated", "as", "foreign", "on");

    static TableDefinition of(SchemaObject table) {
        List<String> tokens = table.tokens();
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int depth = 0;
        int at = 0;
        for (; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (depth == 1 && (token.equals(",") || token.equals(")"))) {
                parts.add(List.copyOf(part));
                part.clear();
            } else if (depth > 0) {
                part.add(token);
            }
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(")")) {
                break;
            }
        }
        return new TableDefinition(
                List.copyOf(parts), List.copyOf(tokens.subList(Math.min(at + 1, tokens.size()), tokens.size())));
    }

    /** Whether it differs from another definition only by additional columns that may be left out of an INSERT. */
    boolean extendsOnly(TableDefinition expected) {
        List<List<String>> rest = new ArrayList<>(parts);
        rest.removeIf(part -> !expected.parts.contains(part) && isOptionalColumn(part));
        return rest.equals(expected.parts) && options.equals(expected.options);
    }

    /** Whether a column may be NULL, or has a constant default. */
    static boolean isOptionalColumn(List<String> part) {
        int collate = part.indexOf("collate");
        if (collate >= 0
                && collate + 1 < part.size()
                && SchemaDefinitionCheck.KNOWN_COLLATIONS.contains(part.get(collate + 1))) {
            List<String> rest = new ArrayList<>(part);
            rest.subList(collate, collate + 2).clear();
            return isOptionalColumn(rest);
        }
        if (part.isEmpty() || part.stream().anyMatch(RULES::contains)) {
            return false;
        }
        int value = part.indexOf("default");
        if (value < 0) {
            return !part.contains("not");
        }
        boolean simple = value + 1 < part.size() && !part.get(value + 1).equals("(");
        return simple && (!part.contains("not") || !part.get(value + 1).equals("null"));
    }
}
