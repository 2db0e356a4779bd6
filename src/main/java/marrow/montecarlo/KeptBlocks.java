package marrow.montecarlo;

import java.util.Optional;

/** Blocks that were made before, so that they need not be made again. Called from several threads. */
public interface KeptBlocks {
    /** Nothing is kept. */
    KeptBlocks NONE = new KeptBlocks() {
        @Override
        public Optional<Block> find(long number) {
            return Optional.empty();
        }

        @Override
        public void keep(long number, Block block) {
            // made anew when it is asked for
        }
    };

    /** The block of this number, if it is there and whole. */
    Optional<Block> find(long number);

    /** Keeps a block as soon as it is made. */
    void keep(long number, Block block);
}
