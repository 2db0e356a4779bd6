package marrow.dist;

/**
 * The law of one random number of a patient: drawn directly (a {@link Distribution}) or, for a waiting time, given by
 * how fast the event comes (a {@link Hazard}). Hazards can be multiplied and left-truncated while they run;
 * distributions are drawn once. Every law is immutable and safe to share between threads.
 */
public sealed interface Law permits Distribution, Hazard {}
