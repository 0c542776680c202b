package io.graphtracker.project.exchange.format;

import io.graphtracker.project.exchange.Place;
import io.graphtracker.project.exchange.PlanBuilder;
import io.graphtracker.project.exchange.PlanException;
import io.graphtracker.project.exchange.PlanFile;
import io.graphtracker.project.exchange.PlanFormat;
import java.io.ByteArrayInputStream;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.mpp.MPPReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the files of Microsoft Project.
 *
 * @see "docs/decisions/2026-12-01-mpxj.md"
 */
@Component
@Order(1)
class MppFormat implements PlanFormat {

    private static final Logger log = LoggerFactory.getLogger(MppFormat.class);

    /** Of all compound files; those of other programs are refused by the library. */
    private static final int[] SIGNATURE = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

    @Override
    public String id() {
        return "mpp";
    }

    @Override
    public boolean recognizes(PlanFile file) {
        return file.startsWith(SIGNATURE);
    }

    @Override
    public void read(PlanFile file, PlanBuilder plan) {
        new MppTasks(plan).addAll(project(file));
        plan.groupsAreSums();
        Schedule.leaveOutDates(plan);
    }

    private static ProjectFile project(PlanFile file) {
        try {
            MPPReader reader = new MPPReader();
            reader.setReadPresentationData(false);
            return reader.read(new ByteArrayInputStream(file.bytes()));
        } catch (MPXJException e) {
            log.info("{} could not be read", file.name(), e);
            throw new PlanException(
                    Place.NONE,
                    MPXJException.PASSWORD_PROTECTED.equals(e.getMessage())
                                    || MPXJException.PASSWORD_PROTECTED_ENTER_PASSWORD.equals(e.getMessage())
                            ? "import.problem.password"
                            : "import.problem.mpp");
        } catch (RuntimeException e) {
            // a damaged file
            log.info("{} could not be read", file.name(), e);
            throw new PlanException(Place.NONE, "import.problem.mpp");
        }
    }
}
