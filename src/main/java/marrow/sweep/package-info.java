/**
 * A scenario asked at many points. A {@link marrow.sweep.Cell} is a point under a truth; {@link marrow.sweep.CellReader} reads the scenario there,
 * {@link marrow.sweep.Cells} are all of them, ready to be run side by side on the same patients, and a {@link marrow.sweep.SweepResult} says of
 * each what it came to and how much that differs from the reference.
 */
package marrow.sweep;
