package marrow.journey;

/** A number known of a patient from entry on, such as age or the latent residual disease. */
public record Fact(String name, Formula formula) {}
