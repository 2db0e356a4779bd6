/**
 * What Marrow prints: tables, pictures and traces for people, JSON for programs. Each command has a package of its words, and all of them the forms of
 * {@link marrow.report.form}. The page with plots is made in {@link marrow.report.page}, what it says in {@link marrow.report.story}.
 *
 * <pre>
 *   form &lt;- journey, run &lt;- compare, sweep, size
 *   form &lt;- page &lt;- story &lt;- story.sweep, story.size
 * </pre>
 *
 * <p>Text is made for 80 columns ({@link marrow.report.form.PlainDrawing} for terminals without lines and arrows), and
 * everything returns text: `cli` alone writes it somewhere. The same scenario, seed and version give the same text.
 */
package marrow.report;
