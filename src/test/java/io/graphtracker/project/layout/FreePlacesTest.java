package io.graphtracker.project.layout;

import static io.graphtracker.project.layout.Plans.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.project.Position;
import io.graphtracker.project.TaskPlace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreePlacesTest {

    private static FreePlaces among(Plans plan) {
        return FreePlaces.among(places(plan));
    }

    private static List<TaskPlace> places(Plans plan) {
        return plan.graph().nodes().stream()
                .map(node -> new TaskPlace(
                        node.id(),
                        node.parentId(),
                        node.group(),
                        node.title(),
                        node.position().x(),
                        node.position().y(),
                        node.collapsed()))
                .toList();
    }

    private static Box box(Position place) {
        return Box.around(place, Sizes.TASK_WIDTH, 68);
    }

    @Test
    void thePlaceThatIsWantedIsTakenIfItIsFree() {
        assertThat(among(new Plans()).near(new Position(40.4, 50))).isEqualTo(new Position(40, 50));
    }

    @Test
    void aTaskLiesNeitherOnAnotherNorOnAGroup() {
        Plans plan =
                new Plans().group("House", null).task("Walls", "House", 0, 0).task("Permit", null, 0, 150);
        Drawing drawing = new Drawing(plan.graph());

        for (Position wanted : List.of(new Position(0, 0), new Position(0, 160), new Position(-100, 60))) {
            Box placed = box(among(plan).near(wanted));
            assertThat(placed.touches(drawing.box(id("House")), 10)).isFalse();
            assertThat(placed.touches(drawing.box(id("Permit")), 10)).isFalse();
        }
    }

    @Test
    void belowMeansBelowAndAfterMeansToTheRight() {
        FreePlaces places = among(new Plans().task("Walls", null, 0, 0));

        assertThat(places.below(id("Walls")).x()).isZero();
        assertThat(places.below(id("Walls")).y()).isBetween(60.0, 100.0);
        assertThat(places.after(id("Walls")).x()).isBetween(180.0, 240.0);
        assertThat(places.after(id("Walls")).y()).isZero();
    }

    @Test
    void aGroupDoesNotGrowOverTheGroupBelow() {
        Plans plan = new Plans()
                .group("House", null)
                .task("Walls", "House", 0, 0)
                .task("Roof", "House", 212, 0)
                .group("Garden", null)
                .task("Pond", "Garden", 0, 160)
                .task("Fish", "Garden", 424, 160);
        Box garden = new Drawing(plan.graph()).box(id("Garden"));

        for (Position place : List.of(
                among(plan).after(id("Walls")),
                among(plan).below(id("Walls")),
                among(plan).in(id("House")))) {
            plan.task("New", "House", place.x(), place.y());
            Drawing grown = new Drawing(plan.graph());
            assertThat(grown.box(id("House")).touches(garden, 0))
                    .as(place.toString())
                    .isFalse();
            assertThat(box(place).touches(grown.box(id("Roof")), 10)).isFalse();
            plan.removeLast();
        }
    }

    @Test
    void aGroupDoesNotGrowOverWhatIsBesideThePlace() {
        Plans plan =
                new Plans().group("House", null).task("Walls", "House", 0, 0).task("Permit", null, 0, 120);

        Position place = among(plan).in(id("House"));

        plan.task("New", "House", place.x(), place.y());
        Drawing grown = new Drawing(plan.graph());
        assertThat(grown.box(id("House")).touches(grown.box(id("Permit")), 0)).isFalse();
    }

    @Test
    void inAGroupMeansBelowWhatItContains() {
        Plans plan = new Plans()
                .group("House", null)
                .group("Roof", "House")
                .task("Tiles", "Roof", 500, 400)
                .task("Walls", "House", 0, 0)
                .group("Empty", null);

        Position place = among(plan).in(id("House"));

        assertThat(place.x()).isEqualTo(500);
        assertThat(box(place).top())
                .isGreaterThan(new Drawing(plan.graph()).box(id("Roof")).bottom());
        assertThat(among(plan).in(id("Empty"))).isEqualTo(new Position(0, 0));
    }

    @Test
    void inACollapsedGroupItLiesBelowTheOthers() {
        Plans plan = new Plans()
                .collapsed("Cellar", 0, 0)
                .task("Dig", "Cellar", 10, 20)
                .task("Drain", "Cellar", 10, 120);

        assertThat(among(plan).in(id("Cellar"))).isEqualTo(new Position(10, 208));
        assertThat(among(plan).below(id("Dig"))).isEqualTo(new Position(10, 208));
    }

    @Test
    void whereNothingIsFreeTheWantedPlaceIsTaken() {
        Plans plan = new Plans().group("Everywhere", null);
        plan.task("One end", "Everywhere", -100_000, -100_000).task("Other end", "Everywhere", 100_000, 100_000);

        assertThat(among(plan).near(new Position(3, 4))).isEqualTo(new Position(3, 4));
    }

    @Test
    void neighboursOfOneGroupMakeRoomWhenTheyBecomeAnother() {
        Plans plan = new Plans()
                .group("House", null)
                .task("Walls", "House", 0, 0)
                .task("Roof", "House", 0, 80)
                .task("Pond", null, 0, 160)
                .collapsed("Fish", 0, 240)
                .task("Carp", "Fish", 7, 9)
                .task("Permit", null, 0, 320);
        Drawing before = new Drawing(plan.graph());

        Map<UUID, Position> moved = GroupRoom.forGroupOf(Set.of(id("Pond"), id("Fish")), places(plan));

        assertThat(moved).containsOnlyKeys(id("Pond"), id("Fish"), id("Carp"));
        Drawing after = Plans.drawn(plan.graph(), moved);
        Box frame = Drawing.framed(after.box(id("Pond")).union(after.box(id("Fish"))));
        assertThat(frame.touches(before.box(id("House")), 0)).isFalse();
        assertThat(frame.touches(before.box(id("Permit")), 0)).isFalse();
        assertThat(moved.get(id("Fish")).y() - moved.get(id("Pond")).y()).isEqualTo(80);
    }

    @Test
    void aGroupThatLiesOverNothingStaysWhereItIs() {
        Plans plan = new Plans().task("Pond", null, 0, 160).task("Permit", null, 0, 400);

        assertThat(GroupRoom.forGroupOf(Set.of(id("Pond")), places(plan))).isEmpty();
        assertThat(GroupRoom.forGroupOf(Set.of(id("Unknown")), places(plan))).isEmpty();
    }
}
