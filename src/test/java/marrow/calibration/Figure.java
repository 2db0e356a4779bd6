package marrow.calibration;

import marrow.trial.endpoint.Endpoint;

/**
 * One published figure of a cohort and the endpoint that gives it in a simulated one.
 *
 * @param where  it is printed
 * @param value  as printed: a count of patients, a median or a mean
 * @param given  whether the rate behind it was taken from the same line, so that only its spread is a prediction
 */
record Figure(String what, String where, double value, boolean given, Endpoint endpoint, Of of) {
    /** What is read off the endpoint. */
    enum Of {
        /** Patients with the response. */
        COUNT,
        /** All patients less those with the response. */
        REST,
        MEDIAN,
        MEAN
    }
}
