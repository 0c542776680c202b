package io.graphtracker.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "2, 2 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "1449, 1.4 kB",
        "1450, 1.5 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "1000000, 1.0 MB",
        "999949999, 999.9 MB",
        "999950000, 1.0 GB",
        "1400000000000, 1.4 TB",
        "5000000000000000, 5.0 PB",
        "9223372036854775807, 9.2 EB"
    })
    void writesBytesInDecimalUnits(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
    }
}
