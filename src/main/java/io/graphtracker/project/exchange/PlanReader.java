package io.graphtracker.project.exchange;

import io.graphtracker.texts.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads plans in any known format. It changes nothing, and may be used on any thread. */
@Component
public class PlanReader {

    private static final Logger log = LoggerFactory.getLogger(PlanReader.class);

    /** How archives begin. */
    private static final List<int[]> ARCHIVES = List.of(
            new int[] {'P', 'K', 3, 4},
            new int[] {'P', 'K', 5, 6},
            new int[] {0x1F, 0x8B},
            new int[] {0x37, 0x7A, 0xBC, 0xAF},
            new int[] {'R', 'a', 'r', '!'},
            new int[] {'B', 'Z', 'h'},
            new int[] {0xFD, '7', 'z', 'X', 'Z'});

    private final List<PlanFormat> formats;
    private final PlanLimits limits;

    PlanReader(List<PlanFormat> formats, PlanLimits limits) {
        this.formats = List.copyOf(formats);
        this.limits = limits;
    }

    /** What a file may contain. */
    public PlanLimits limits() {
        return limits;
    }

    /**
     * Reads a plan.
     *
     * @param fileName as the browser names it
     * @param cancelled asked regularly
     * @param progress is told regularly how many tasks have been read
     * @throws PlanException if it cannot be imported
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public ReadPlan read(String fileName, InputStream content, BooleanSupplier cancelled, Consumer<Integer> progress) {
        PlanFile file = new PlanFile(withoutPath(fileName), bytes(content));
        PlanFormat format = format(file);
        PlanBuilder plan = new PlanBuilder(file, limits, cancelled, progress);
        plan.pause(0);
        try {
            format.read(file, plan);
            return plan.finish(format.id());
        } catch (StackOverflowError e) {
            throw new PlanException(Place.NONE, "import.problem.too-deep", limits.depth());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            // a fault of ours or of a library that a damaged file brings to light
            log.warn("{} could not be read as {}", file.name(), format.id(), e);
            throw new PlanException(Place.NONE, "import.problem.unreadable");
        }
    }

    private byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw new PlanException(Place.NONE, "import.problem.too-large", ByteSize.format(limits.bytes()));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PlanFormat format(PlanFile file) {
        if (ARCHIVES.stream().anyMatch(file::startsWith)) {
            throw new PlanException(Place.NONE, "import.problem.archive");
        }
        if (file.head().isBlank()) {
            throw new PlanException(Place.NONE, "import.problem.empty");
        }
        return formats.stream()
                .filter(format -> format.recognizes(file))
                .findFirst()
                .orElseThrow(() -> new PlanException(Place.NONE, "import.problem.unknown-format"));
    }

    /** Some browsers send a path. */
    private static String withoutPath(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "?" : name;
    }
}
