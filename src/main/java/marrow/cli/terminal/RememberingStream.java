package marrow.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Remembers the first failure to write, which a PrintWriter keeps to itself, and writes nothing after it. */
public final class RememberingStream extends FilterOutputStream {
    private IOException failure;

    public RememberingStream(OutputStream stream) {
        super(stream);
    }

    /** Null while all is well. */
    public IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure == null) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException unwritable) {
                failure = unwritable;
                throw unwritable;
            }
        }
    }
}
