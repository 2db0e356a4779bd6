/** Survival and exact statistics on primitive arrays; no patients. */
package marrow.stats;
