package io.graphtracker.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init") // set before each test
abstract class TaskSearchContract extends ProjectContract {

    private TaskSearch search;
    private UUID project;

    @Autowired
    void setSearch(TaskSearch search) {
        this.search = search;
    }

    @BeforeEach
    void plan() {
        project = newProject();
        task(newProject(), "Paint elsewhere");
    }

    @Test
    void titlesThatBeginWithTheTextComeFirst() {
        task(project, "Repaint");
        task(project, "Wall paint");
        task(project, "Paint the wall");
        task(project, "paint");
        task(project, "Dig");

        assertThat(search.tasks(project, " PAINT "))
                .extracting(FoundTask::title)
                .containsExactly("paint", "Paint the wall", "Wall paint", "Repaint");
        assertThat(search.tasks(project, "painting")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ölen, ölen",
        "ölen, ÖL",
        "Straße, STRASSE",
        "ЗДАНИЕ, здание",
        "Cafe\u0301, CAFÉ",
        "100 %, 0 %",
        "a_b, A_"
    })
    void theCaseOfLettersDoesNotMatterInAnyAlphabet(String title, String typed) {
        task(project, title);
        task(project, "axb 1000");

        assertThat(search.tasks(project, typed)).extracting(FoundTask::title).containsExactly(title);
    }

    @Test
    void withoutATextAllTasksComeInTheOrderOfTheAlphabet() {
        task(project, "b");
        task(project, "C");
        task(project, "a");

        assertThat(search.tasks(project, " ")).extracting(FoundTask::title).containsExactly("a", "b", "C");
    }

    @Test
    void groupsAreFoundOnlyWhenWanted() {
        UUID house = group(project, task(project, "Group work"));

        assertThat(search.tasks(project, "group")).extracting(FoundTask::title).containsExactly("Group work");
        assertThat(search.tasksAndGroups(project, "group"))
                .extracting(FoundTask::id)
                .hasSize(2)
                .startsWith(house);
    }

    @Test
    void tasksOfTheSameTitleAreToldApartByTheirGroups() {
        group(project, task(project, "Paint"), task(project, "Dig"));
        task(project, "Paint");

        assertThat(search.tasks(project, "paint"))
                .extracting(FoundTask::groupTitle)
                .containsExactly("Group", null);
        assertThat(search.tasks(project, "dig"))
                .extracting(FoundTask::groupTitle)
                .containsExactly((String) null);
    }

    @Test
    void oneQueryIsEnough() {
        task(project, "Paint");

        assertThat(statements(() -> search.tasks(project, "paint"))).isEqualTo(1);
    }
}
