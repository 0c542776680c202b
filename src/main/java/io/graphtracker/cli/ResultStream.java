package io.graphtracker.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The standard output, which tells whether its reader has gone, as {@code head} goes once it has read enough. */
final class ResultStream extends FilterOutputStream {

    /** What Java says of EPIPE on Linux and macOS; elsewhere, it is an error like any other. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private boolean readerGone;

    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            readerGone = BROKEN_PIPE.equals(e.getMessage());
            throw e;
        }
    }

    boolean isReaderGone() {
        return readerGone;
    }
}
