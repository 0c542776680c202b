package io.graphtracker.project.exchange;

import java.util.List;

/** A file cannot be imported; tells the first reason and where it is. Nothing was changed. */
public class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding problem;

    /**
     * @param messageKey a sentence of the bundle
     * @param arguments its arguments: texts and numbers
     */
    public PlanException(Place place, String messageKey, Object... arguments) {
        super(messageKey + " " + place);
        this.problem = new Finding(Finding.Severity.PROBLEM, place, "", messageKey, List.of(arguments));
    }

    public Finding problem() {
        return problem;
    }
}
