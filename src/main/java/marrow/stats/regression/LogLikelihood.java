package marrow.stats.regression;

/** A concave log-likelihood of coefficients of covariates that have variance 1. */
interface LogLikelihood {
    /** Its value; gradient and information (row-major) are those of the last point asked for. */
    double at(double[] beta);

    double[] gradient();

    double[] information();

    /** Sum of the weights of the events: the scale of the information. */
    double eventWeight();
}
