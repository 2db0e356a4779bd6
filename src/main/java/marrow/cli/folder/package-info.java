/**
 * What {@code --out} leaves behind. Trials are kept in files of blocks, of which {@link marrow.cli.folder.Provenance} says what they are trials of, so that a later
 * command goes on with them or refuses to; results lie beside them, named and hashed in a {@link marrow.cli.folder.Manifest}. A file is
 * the old one or the new one, never a part, and one process at a time writes.
 */
package marrow.cli.folder;
