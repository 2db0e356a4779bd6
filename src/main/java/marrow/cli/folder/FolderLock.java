package marrow.cli.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder in the hands of one run of Marrow, by a lock on an empty file in it. The system lets go of the lock when the process ends, however
 * that is; the file stays, because another process may be about to lock it, unless its folder goes as well.
 */
public final class FolderLock implements Closeable {
    private static final String NAME = "lock";

    private final Path path;
    private final FileChannel file;

    private FolderLock(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** @throws IOException also where another run has it */
    public static FolderLock of(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return new FolderLock(path, file);
        } catch (OverlappingFileLockException taken) {
            file.close();
            throw new IOException("another run of Marrow is writing to it", taken);
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Takes the file away. */
    void remove() throws IOException {
        Files.delete(path);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
