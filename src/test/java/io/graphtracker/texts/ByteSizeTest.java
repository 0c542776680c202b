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

    @ParameterizedTest
    @CsvSource({
        "12000000, 1000, 12.0 MB, 1.0 kB",
        "1240000, 1210000, 1.24 MB, 1.21 MB",
        "1199999, 1200000, '1,199,999 bytes', '1,200,000 bytes'",
        "999950, 1000000, 999.95 kB, 1.00 MB",
        "1200000, 1200000, 1.2 MB, 1.2 MB",
        "611, 612, 611 bytes, 612 bytes"
    })
    void tellsTwoNumbersApart(long first, long second, String firstText, String secondText) {
        assertThat(ByteSize.formatApart(first, second)).containsExactly(firstText, secondText);
    }
}
