/**
 * Warnings of what may be written and is hardly meant, found from the study itself: days that nobody is followed to, looks that no trial comes to, windows
 * that close too early, deaths that an endpoint does not know of. Each class is one such doubt. None refuses anything.
 */
package marrow.scenario.warning;
