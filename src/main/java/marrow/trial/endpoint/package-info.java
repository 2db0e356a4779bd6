/**
 * What is asked of a patient: a time to an event, a response, an amount, a stratum. An {@link marrow.trial.endpoint.Endpoint} says by which
 * {@link marrow.trial.endpoint.Reading}s it is read off a life.
 */
package marrow.trial.endpoint;
