package io.graphtracker.backup.operations;

import io.graphtracker.texts.Texts;

/** Says why the operations database cannot be used, and what to do about it. */
public final class OperationsDatabaseTexts {

    private OperationsDatabaseTexts() {}

    public static String problem(OperationsDatabaseProblem problem, Texts texts) {
        return texts.get(Texts.key("operations.problem.", problem.code()), OperationsDatabase.FILE);
    }
}
