/**
 * What is written, and where. A file becomes a tree of {@link marrow.scenario.text.Node}s, texts that know their file, line and column;
 * {@link marrow.scenario.text.Fields} are the keys of one mapping, of which every one must be known. What is wrong goes into
 * {@link marrow.scenario.text.Problems}, with what was meant if a {@link marrow.scenario.text.Nearest} name tells it. Nothing here knows of patients.
 */
package marrow.scenario.text;
