package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.restore.RestorePreview.Names;
import io.graphtracker.database.DatabaseContents.Item;
import io.graphtracker.database.DatabaseContents.Items;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentsComparisonTest {

    private static final int MANY = 1_000_000;

    private final ContentsComparison comparison = new ContentsComparison();

    @Test
    void ofTheSameIsNothing() throws SQLException {
        compare(Stream.of(item("a", 1), item("b", 1)), Stream.of(item("a", 1), item("b", 1)));

        assertThat(comparison.lost()).isEqualTo(Names.NONE);
        assertThat(comparison.reverted()).isEqualTo(Names.NONE);
        assertThat(comparison.restored()).isEqualTo(Names.NONE);
    }

    @Test
    void tellsWhatIsLostRevertedAndBroughtBack() throws SQLException {
        compare(
                Stream.of(item("a", 1), item("c", 1), item("d", 1), item("e", 1)),
                Stream.of(item("b", 1), item("c", 2), item("d", 1), item("f", 1)));

        assertThat(comparison.lost()).isEqualTo(new Names(2, List.of("name of f", "name of b")));
        assertThat(comparison.reverted()).isEqualTo(new Names(1, List.of("name of c")));
        assertThat(comparison.restored()).isEqualTo(new Names(2, List.of("name of e", "name of a")));
    }

    @Test
    void namesThoseThatWereChangedLast() throws SQLException {
        compare(Stream.of(), IntStream.of(3, 9, 1, 7, 5, 8, 2).mapToObj(version -> item("id" + version, version)));

        assertThat(comparison.lost())
                .isEqualTo(new Names(
                        7, List.of("name of id9", "name of id8", "name of id7", "name of id5", "name of id3")));
    }

    /** U+FF5E is before U+1F600 in SQLite's order, and after it in Java's. */
    @Test
    void ordersAsSqliteDoes() throws SQLException {
        compare(Stream.of(item("\uFF5E", 1), item("\uD83D\uDE00", 1)), Stream.of(item("\uD83D\uDE00", 1)));

        assertThat(comparison.restored().count()).isEqualTo(1);
        assertThat(comparison.lost().isEmpty()).isTrue();
    }

    @Test
    void countsMillions() throws SQLException {
        IntFunction<Item> item = number -> item("%07d".formatted(number), 1);
        compare(
                IntStream.range(0, MANY).filter(number -> number % 2 == 0).mapToObj(item),
                IntStream.range(0, MANY).filter(number -> number % 2 == 1).mapToObj(item));

        assertThat(comparison.lost().count()).isEqualTo(MANY / 2);
        assertThat(comparison.restored().count()).isEqualTo(MANY / 2);
        assertThat(comparison.lost().first()).hasSize(Names.MOST);
    }

    private void compare(Stream<Item> there, Stream<Item> now) throws SQLException {
        comparison.compare(items(there), items(now));
    }

    private static Items items(Stream<Item> items) {
        Iterator<Item> rest = items.iterator();
        return () -> rest.hasNext() ? rest.next() : null;
    }

    private static Item item(String id, int version) {
        return new Item(id, "name of " + id, String.valueOf(version));
    }
}
