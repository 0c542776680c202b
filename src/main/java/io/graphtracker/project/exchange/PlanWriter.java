package io.graphtracker.project.exchange;

/** A format that plans can be written in. */
public interface PlanWriter {

    /** Names it in texts and addresses, for example {@code json}. */
    String id();

    /** What the names of its files end in, without a dot. */
    String extension();

    /** The type of its content in HTTP. */
    String mediaType();

    String write(PlanDocument plan);
}
