package marrow.journey.life;

/**
 * The first time a mark is set once another has been: relapse after this transplant, not the one before it. The two may be
 * set by one ring; then the order in which it sets them tells. After itself a mark comes the second time that it is set. Both may lie
 * before entry; what lies there alone is followed by nothing that does.
 *
 * @param from the mark that must have been set; null for the entry, which always has
 */
public record Sequel(String from, String mark) {}
